using ActorIL.Plugins.Tests.ActorCritic;

namespace ActorIL.Plugins.Tests;

/// <summary>An algorithm from outside trains as the library's own does.</summary>
public class AlgorithmTests
{
    private const string Small = """
        actoril {
          expert.kind = a2c
          algorithm { blocks = 2, validation { episodes = 10, interval-updates = 20 } }
          demonstration.counts = []
          dagger.label-counts = []
          evaluation.episodes = 20

        """;

    [Fact]
    public void An_algorithm_of_a_plug_in_learns_to_balance_a_pole()
    {
        var run = Runs.Good(Small + "}", new A2cPlugin());
        var (report, _) = Runs.Carry(run);

        Assert.Equal(["expert-final", "expert"], report.Stages.Select(stage => stage.Stage));
        Assert.All(report.Stages, stage => Assert.Equal("a2c", stage.Algorithm));
        Assert.All(report.Stages, stage => Assert.Equal(300L * 16 * 32, stage.EnvironmentStepCount));
        var mean = report.Stages[1].Evaluation!.Mean;
        Assert.True(mean > 400, $"The mean return is {mean}.");
    }

    [Fact]
    public void Its_runs_have_the_same_digest_on_every_host()
    {
        var run = Runs.Good(Small + "algorithm.parameters.updates = 20\n}", new A2cPlugin());
        Assert.Equal(Runs.Carry(run).Digest, Runs.Carry(run, "parallel").Digest);
    }

    [Fact]
    public void Its_parameters_are_set_in_the_section_algorithm()
    {
        var run = Runs.Good(
            Small + "algorithm.parameters { updates = 7, learning-rate = 1e-2, hidden = [8, 4] }\n}",
            new A2cPlugin()
        );

        Assert.Equal(
            new A2cConfig
            {
                UpdateCount = 7,
                LearningRate = 1e-2,
                Hidden = [8, 4],
            },
            run.Plan.Expert.Training!.Algorithm
        );
        var text = run.Configuration.FlatText;
        Assert.Contains("actoril.expert.kind = \"a2c\"\n", text, StringComparison.Ordinal);
        Assert.Contains("actoril.algorithm.parameters.updates = 7\n", text, StringComparison.Ordinal);
        Assert.Contains("actoril.algorithm.parameters.hidden = [8, 4]\n", text, StringComparison.Ordinal);
        var again = Runs.Good(run.Configuration.Text, new A2cPlugin());
        Assert.Equal(
            (run.Plan.Expert, run.Configuration.SemanticHash),
            (again.Plan.Expert, again.Configuration.SemanticHash)
        );
    }

    [Theory]
    [InlineData("algorithm.parameters.learning-rat = 1", "Did you mean learning-rate?")]
    [InlineData("algorithm.parameters.learning-rate = 0", "Raise it.")]
    [InlineData("algorithm.parameters.hidden = wide", "Correct the value.")]
    [InlineData("algorithm.parameters.updates = 0", "Correct the parameters.")]
    [InlineData("algorithm.blocks = 3", "Each block takes the same number of environments: change one of the two.")]
    [InlineData("environment.name = Pendulum-v1", "Choose another algorithm, or another environment.")]
    public void What_is_wrong_with_its_settings_is_said(string line, string remedy) =>
        Assert.Equal(remedy, Assert.Single(Runs.Errors($"{Small}{line}\n}}", new A2cPlugin())).Remedy);

    [Fact]
    public void Without_the_plug_in_the_name_means_nothing()
    {
        var error = Assert.Single(Runs.Errors(Small + "}"));

        Assert.Equal("\"a2c\"", error.Found);
        Assert.Equal("\"ppo\", \"scripted\", \"file\" or \"none\"", error.Wanted);
    }

    [Fact]
    public void Parameters_of_an_algorithm_that_nobody_chose_are_refused() =>
        Assert.Equal(
            "run.conf:1:40: actoril.algorithm.parameters.updates",
            Assert.Single(Runs.Errors("actoril.algorithm.parameters.updates = 7", new A2cPlugin())).Where
        );
}
