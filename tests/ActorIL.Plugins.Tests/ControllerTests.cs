using ActorIL.Core.Prelude;
using ActorIL.Environments.ClassicControl;

namespace ActorIL.Plugins.Tests;

/// <summary>Scripted experts for environments that are not one's own.</summary>
public class ControllerTests
{
    private const string Small = """
        actoril {
          expert { kind = scripted, controller = mine }
          demonstration.counts = []
          dagger.label-counts = []
          evaluation.episodes = 20

        """;

    [Fact]
    public void A_controller_of_a_plug_in_is_an_expert_of_an_environment_of_others()
    {
        var run = Runs.Good(Small + "}", Plugin("CartPole-v1"));

        Assert.Equal(500, Runs.Carry(run).Report.Stages.Single().Evaluation!.Mean);
        Assert.Equal(
            ["feedback", "mine"],
            run.Catalog.Environments.Find("CartPole-v1").Require().Controllers.Select(known => known.Name)
        );
        Assert.Equal("Experts", run.Catalog.PluginOf(EntryKind.Controller, "CartPole-v1/mine")?.Name);
    }

    [Fact]
    public void It_is_made_for_the_environment_as_it_is_configured()
    {
        var run = Runs.Good(Small + "environment.parameters.gravity = 5\n}", Plugin("CartPole-v1"));

        Assert.Equal(
            new CartPoleController(new CartPoleParams { Gravity = 5 }),
            run.Plan.Environment.Controller.Require()
        );
    }

    [Theory]
    [InlineData("CartPole-v9", "plug-in Experts, environment", "'CartPole-v9'")]
    [InlineData(
        "Pendulum-v1",
        "plug-in Experts, controller 'mine' of Pendulum-v1",
        "Pendulum-v1 has TimeLimitParams`1; the controller wants CartPoleParams"
    )]
    public void Another_environment_is_refused(string environment, string where, string found) =>
        Assert.Equal((where, found), Problem(Plugin(environment)));

    [Fact]
    public void Other_spaces_are_refused()
    {
        var pendulum = new ShippedPlugin()
            .Entries.Environments.Single(entry => entry.Id == "Pendulum-v1")
            .Controller.Require();
        var (where, found) = Problem(
            new SmallPlugin("Experts", () => new() { Controllers = [new("CartPole-v1", "mine", _ => pendulum)] })
        );

        Assert.Equal("plug-in Experts, controller 'mine' of CartPole-v1", where);
        Assert.Equal($"{pendulum.Observations} and {pendulum.Actions}", found);
    }

    [Fact]
    public void A_name_that_the_environment_has_is_refused() =>
        Assert.Equal(
            ("plug-in Experts, CartPole-v1", "controller 'feedback', which it has already"),
            Problem(Plugin("CartPole-v1", "feedback"))
        );

    private static SmallPlugin Plugin(string environment, string name = "mine") =>
        new(
            "Experts",
            () =>
                new()
                {
                    Controllers =
                    [
                        ControllerEntry.Of<CartPoleParams>(
                            environment,
                            name,
                            static parameters => new CartPoleController(parameters)
                        ),
                    ],
                }
        );

    private static (string Where, string Found) Problem(IPlugin plugin) =>
        Catalog.Of(new ShippedPlugin(), plugin).Match(_ => ("", ""), error => (error.Where, error.Found));
}
