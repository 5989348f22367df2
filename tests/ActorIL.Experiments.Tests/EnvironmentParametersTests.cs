using ActorIL.Environments;
using ActorIL.Environments.Configuration;

namespace ActorIL.Experiments.Tests;

public class EnvironmentParametersTests
{
    private const string Track = """
        actoril.environment {
          name = "CliffRacetrack-v1"
          parameters { half-width = 0.5, cliff-left = off, step-count-max = 1e2 }
        }
        """;

    [Fact]
    public void What_is_set_reaches_the_environment()
    {
        var environment = Configurations.Good(Track).Plan.Environment;
        Assert.Equal("0.5", Value(environment, "half-width"));
        Assert.Equal("false", Value(environment, "cliff-left"));
        Assert.Equal("100", Value(environment, "step-count-max"));
        Assert.Equal("0.4", Value(environment, "frequency"));
    }

    [Fact]
    public void It_can_be_typed_too()
    {
        var run = Configurations.Good(
            Track,
            "environment.parameters.half-width=1",
            "actoril.environment.parameters.amplitude=0"
        );
        Assert.Equal("1", Value(run.Plan.Environment, "half-width"));
        Assert.Equal("0", Value(run.Plan.Environment, "amplitude"));
    }

    [Fact]
    public void The_resolved_configuration_has_what_was_set_and_reads_back()
    {
        var run = Configurations.Good(Track);
        var text = run.Configuration.Text;
        Assert.Contains("half-width = 0.5 # user.conf:3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("amplitude", text, StringComparison.Ordinal);
        var again = Configurations.Good(text);
        Assert.Equal(run.Configuration.SemanticHash, again.Configuration.SemanticHash);
        Assert.Equal(run.Plan.Environment.Module, again.Plan.Environment.Module);
    }

    [Fact]
    public void What_was_set_enters_the_hash_however_it_was_written()
    {
        var hash = Configurations.Good(Track).Configuration.SemanticHash;
        Assert.Equal(
            hash,
            Configurations.Good(Track, "environment.parameters.half-width=5e-1").Configuration.SemanticHash
        );
        Assert.NotEqual(
            hash,
            Configurations.Good(Track, "environment.parameters.half-width=0.6").Configuration.SemanticHash
        );
    }

    [Fact]
    public void An_empty_section_is_none() =>
        Assert.Equal(
            Configurations.Good("").Configuration.SemanticJson,
            Configurations.Good("actoril.environment.parameters {}").Configuration.SemanticJson
        );

    private static string Value(EnvironmentEntry entry, string name) =>
        EnvironmentParameters.List(entry.Module).Single(parameter => parameter.Name == name).Json;
}
