using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Configuration;

namespace ActorIL.Environments.Tests.Configuration;

public sealed class EnvironmentParametersTests
{
    public static TheoryData<string> Ids => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Fact]
    public void Parameters_have_the_names_of_their_fields_and_the_time_limit_stands_among_them() =>
        Assert.Equal(
            [
                "gravity 10",
                "mass 1",
                "length 1",
                "torque-max 2",
                "angular-velocity-max 8",
                "time-step 0.05",
                "step-count-max 200",
            ],
            EnvironmentParameters
                .List(Entry("Pendulum-v1").Module)
                .Select(parameter => $"{parameter.Name} {parameter.Json}")
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_parameter_set_to_the_value_it_has_changes_nothing(string id)
    {
        var entry = Entry(id);
        var settings = EnvironmentParameters
            .List(entry.Module)
            .Select(parameter => new ParameterSetting(parameter.Name, parameter.Json))
            .ToImmutableArray();
        Assert.Equal(entry.Module, entry.Configure(settings).Require().Module);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_controller_of_other_parameters_fits_them(string id)
    {
        foreach (var parameter in EnvironmentParameters.List(Entry(id).Module).Where(IsPositiveNumber))
        {
            var entry = Entry(id).Configure([new(parameter.Name, $"{parameter.Json}.5".Replace(".5.5", ".5"))]);
            _ = entry.Match(
                configured =>
                {
                    Assert.Equal(configured.Module.Actions, configured.Controller.Require().Actions);
                    Assert.Equal(configured.Module.Observations, configured.Controller.Require().Observations);
                    return "";
                },
                errors => string.Join('\n', errors)
            );
        }
    }

    [Fact]
    public void What_is_set_is_set_and_the_rest_stays()
    {
        var entry = Entry("CartPole-v1").Configure([new("force", "20"), new("step-count-max", "1e2")]).Require();
        var module = Assert.IsType<
            EnvironmentModule<
                TimeLimit<CartPole, CartPoleParams, CartPoleState>,
                TimeLimitParams<CartPoleParams>,
                TimeLimitState<CartPoleState>
            >
        >(entry.Module);
        Assert.Equal(new(new CartPoleParams { Force = 20 }, 100), module.Parameters);
        Assert.Equal(["force", "step-count-max"], entry.Settings.Select(setting => setting.Name));
        Assert.Equal(0.02, entry.StepSeconds);
    }

    [Fact]
    public void Nothing_set_is_the_entry_itself()
    {
        var entry = Entry("CartPole-v1");
        Assert.Same(entry, entry.Configure([]).Require());
    }

    [Theory]
    [InlineData(
        "forse",
        "1",
        "forse: found an unknown parameter; wanted a parameter of CartPole-v1. Did you mean force?"
    )]
    [InlineData("inner", "1", "`actoril env describe CartPole-v1` lists every parameter.")]
    [InlineData("force", "strong", "force: found strong; wanted a finite number. Correct the value.")]
    [InlineData("force", "NaN", "wanted a finite number")]
    [InlineData("force", "1e999", "wanted a finite number")]
    [InlineData("force", "-3", "force: found -3; wanted a number from 1E-06 to 1000000. Correct the value.")]
    [InlineData("step-count-max", "2.5", "wanted a whole number from -2147483648 to 2147483647")]
    [InlineData("step-count-max", "9999999999", "wanted a whole number from -2147483648 to 2147483647")]
    [InlineData("step-count-max", "0", "step-count-max: found 0; wanted other parameters. Correct them: ")]
    [InlineData("step-count-max", "2000000", "step-count-max: found 2000000; wanted a number from 1 to 1000000.")]
    public void What_cannot_be_set_is_explained(string name, string text, string expected) =>
        Assert.Contains(
            expected,
            string.Join('\n', Errors("CartPole-v1", [new(name, text)])),
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_mistake_is_told_at_once() =>
        Assert.Equal(
            ["widht", "length", "cliff-left"],
            Errors("CliffRacetrack-v1", [new("widht", "1"), new("cliff-left", "maybe"), new("length", "far")])
                .Select(error => error.Where)
                .OrderBy(name =>
                    name == "widht" ? 0
                    : name == "length" ? 1
                    : 2
                )
        );

    [Fact]
    public void Switches_take_the_words_of_configurations()
    {
        foreach (var word in new[] { "false", "off", "no" })
        {
            var module = Entry("CliffRacetrack-v1").Configure([new("cliff-left", word)]).Require().Module;
            Assert.Contains(EnvironmentParameters.List(module), row => row is { Name: "cliff-left", Json: "false" });
        }
    }

    [Fact]
    public void A_program_s_own_entry_can_be_configured_and_keeps_what_fits()
    {
        var mine = new EnvironmentEntry(Entry("Pendulum-v1").Module)
            .WithController(new PendulumController())
            .WithStepSeconds(0.05);
        var heavier = mine.Configure([new("mass", "2")]).Require();
        Assert.Equal("scripted-pendulum", heavier.Controller.Require().Name);
        Assert.Equal(0.05, heavier.StepSeconds);
        var stronger = mine.Configure([new("torque-max", "3")]).Require();
        Assert.Equal("no scripted controller", stronger.Controller.Match(_ => "one", error => error.Found));
    }

    [Fact]
    public void Settings_reach_the_module_with_Gymnasium_s_starts()
    {
        var seeded = Entry("CartPole-v1").Configure([new("force", "12")]).Require().GymnasiumSeeded.Require();
        Assert.Contains(EnvironmentParameters.List(seeded), row => row is { Name: "force", Json: "12" });
    }

    private static bool IsPositiveNumber(EnvironmentParameter parameter) =>
        parameter.Json is not ("true" or "false") && !parameter.Json.StartsWith('-');

    private static EnvironmentEntry Entry(string id) => EnvironmentCatalog.Shipped.Find(id).Require();

    private static ImmutableArray<Error> Errors(string id, ImmutableArray<ParameterSetting> settings) =>
        Entry(id).Configure(settings).Match(_ => [], errors => errors);
}
