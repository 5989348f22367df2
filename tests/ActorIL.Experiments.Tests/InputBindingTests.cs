using ActorIL.Experiments.Inputs;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Tests;

public class InputBindingTests
{
    private const string Files = """
        actoril {
          expert { kind = file, file = a.safetensors }
          demonstration.file = d.npz
        }
        """;

    private static readonly string Hash = new('a', 64);

    [Fact]
    public void Files_are_named_and_not_read()
    {
        var run = Configurations.Good(Files);
        Assert.Equal(
            [
                new InputReference(InputRole.Expert, "a.safetensors", ""),
                new InputReference(InputRole.Demonstrations, "d.npz", ""),
            ],
            run.References
        );
        Assert.Equal(new ExpertPlan.Given(), run.Plan.Expert);
        Assert.True(run.Plan.Demonstration.IsGiven);
        Assert.Equal(RunInputs.None, run.Plan.Inputs);
    }

    [Fact]
    public void Where_a_file_lies_is_not_semantic() =>
        Assert.Equal(
            Configurations.Good(Files).Configuration.SemanticHash,
            Configurations.Good(Files, "expert.file = b.safetensors").Configuration.SemanticHash
        );

    [Fact]
    public void What_is_in_it_is_semantic_and_stands_in_the_resolved_text()
    {
        var run = Configurations.Good(Files);
        var read = run.With(
            RunInputs.None,
            [.. run.References.Select(reference => reference with { Hash = Hash })],
            files: []
        );
        Assert.NotEqual(run.Configuration.SemanticHash, read.Configuration.SemanticHash);
        var again = Configurations.Good(read.Configuration.Text);
        Assert.Equal(read.Configuration.SemanticHash, again.Configuration.SemanticHash);
        Assert.Equal(read.References, again.References);
    }
}
