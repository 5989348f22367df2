using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Environments;
using ActorIL.Environments.Outside;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Tests;

/// <summary>The keys of an environment in another process.</summary>
public sealed class ExternalBindingTests
{
    private const string Program = "actoril.environment { id = external, command = [\"python3\", \"my env.py\"] }";

    private static readonly ExternalIdentity Identity = new(
        "Maze-v3",
        "2.1",
        new Space.Box([-1f, float.NegativeInfinity], [1f, float.PositiveInfinity]),
        new Space.Discrete(4),
        CanSnapshot: false
    );

    [Fact]
    public void Id_is_another_spelling_of_name()
    {
        var (name, id) = (
            Configurations.Good("actoril.environment.name = Pendulum-v1"),
            Configurations.Good("actoril.environment.id = Pendulum-v1")
        );
        Assert.Equal("Pendulum-v1", id.Plan.Environment.Id);
        Assert.Equal(name.Configuration.SemanticHash, id.Configuration.SemanticHash);
        var both = Configurations.Good("actoril.environment { id = Pendulum-v1, name = Pendulum-v1 }");
        Assert.Equal(name.Configuration.SemanticHash, both.Configuration.SemanticHash);
    }

    [Theory]
    [InlineData("name", "id")]
    [InlineData("id", "name")]
    public void What_is_typed_stands_above_the_file_by_whichever_key(string stated, string typed)
    {
        var run = Configurations.Good(
            $"actoril.environment.{stated} = CartPole-v1",
            $"environment.{typed}=Pendulum-v1"
        );
        Assert.Equal("Pendulum-v1", run.Plan.Environment.Id);
    }

    [Fact]
    public void Two_names_are_refused()
    {
        var error = Assert.Single(
            Configurations.Errors("actoril.environment { id = CartPole-v1, name = Pendulum-v1 }")
        );
        Assert.Equal("\"CartPole-v1\" beside environment.name = \"Pendulum-v1\"", error.Found);
    }

    [Fact]
    public void What_a_program_says_is_noted_and_it_is_not_asked_again()
    {
        var asked = new List<ExternalSettings>();
        var first = Bind(Program, asked).Require();
        Assert.Equal(["python3", "my env.py"], Assert.Single(asked).Command);
        Assert.Equal(Identity, first.Plan.Environment.Outside);
        var again = Bind(first.Configuration.Text, asked).Require();
        Assert.Single(asked);
        Assert.Equal(Identity, again.Plan.Environment.Outside);
        Assert.Equal(first.Configuration.SemanticHash, again.Configuration.SemanticHash);
        Assert.NotEqual(
            first.Configuration.SemanticHash,
            Bind(Program, [], Identity with { Version = "2.2" }).Require().Configuration.SemanticHash
        );
    }

    [Theory]
    [InlineData("actoril.environment.id = external", "no command")]
    [InlineData(
        "actoril.environment { id = external, command = [x], restore = snapshots }",
        "\"snapshots\" of Maze-v3, whose program has none"
    )]
    [InlineData(
        "actoril.environment { id = external, announced { id = A, observations = 3, actions = \"discrete(2)\" } }",
        "\"3\""
    )]
    [InlineData("actoril.environment { id = external, command = python3 }", "\"python3\"")]
    [InlineData(
        "actoril { environment { id = external, command = [x], parameters.mass = 2 } }",
        "an unknown parameter"
    )]
    [InlineData(
        "actoril { environment { id = external, command = [x] }, expert.kind = scripted }",
        "no scripted controller"
    )]
    public void What_cannot_be_is_explained(string text, string found) =>
        Assert.Contains(
            Bind(text, []).Match(_ => [], errors => errors),
            error => error.Found.Contains(found, StringComparison.Ordinal)
        );

    [Fact]
    public void Where_no_program_is_started_the_configuration_must_know_it() =>
        Assert.Contains(Configurations.Errors(Program), error => error.Found == "a program that is not started here");

    private static Result<BoundRun, ImmutableArray<Error>> Bind(
        string text,
        List<ExternalSettings> asked,
        ExternalIdentity? identity = null
    ) =>
        RunConfiguration.Bind(
            new ConfigurationLayers("user.conf", [], _ => new IncludeOutcome.Found(text), _ => null)
            {
                Meet = settings =>
                {
                    asked.Add(settings);
                    return Result.Success<ExternalIdentity, Error>(identity ?? Identity);
                },
            },
            Configurations.Catalog
        );
}
