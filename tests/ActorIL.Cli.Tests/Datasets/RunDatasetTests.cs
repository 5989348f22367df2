using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Tests.Datasets;

[Collection(SharesDatasets.Name)]
public sealed class RunDatasetTests(RecordedDatasets datasets) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_leaves_demonstrations_that_pass_every_check()
    {
        foreach (var path in new[] { datasets.CartPole, datasets.Pendulums })
        {
            var result = Invocation.Run("dataset", "check", path);
            Assert.True(result.Code == 0, result.Text());
            Assert.Contains("0 broken", result.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void They_are_whole_episodes_with_means_where_there_are_any()
    {
        var (cartPole, pendulum) = (Load(datasets.CartPole), Load(datasets.Pendulums));
        Assert.Equal((2, 3), (cartPole.Episodes.Length, pendulum.Episodes.Length));
        Assert.All(
            cartPole.Episodes.Concat(pendulum.Episodes),
            episode => Assert.NotEqual(Ending.None, episode.Ending)
        );
        Assert.False(cartPole.Features.Means);
        Assert.True(pendulum.Features.Means);
        Assert.Equal(600, pendulum.RowCount);
    }

    [Theory]
    [InlineData("--host", "simulation")]
    [InlineData("--workers", "1")]
    [InlineData("--workers", "3")]
    public void They_are_the_same_files_however_the_run_is_carried_out(string flag, string value)
    {
        var again = Run(SmallExperiments.Small, flag, value);
        Assert.Equal(File.ReadAllBytes(datasets.CartPole), File.ReadAllBytes(again));
        Assert.Equal(
            File.ReadAllText(DatasetFile.SidecarOf(datasets.CartPole)),
            File.ReadAllText(DatasetFile.SidecarOf(again))
        );
    }

    [Fact]
    public void Cut_episodes_are_kept_where_the_plan_has_no_whole_ones()
    {
        var path = Run(SmallExperiments.Small, "--set", "demonstration.full-episodes=off");
        var dataset = DatasetFile.Load(path).Require();
        Assert.Equal([20, 20], dataset.Content.Episodes.Select(dataset.Content.StepCountOf));
        Assert.Equal(20, dataset.Sidecar!.Sources[0].Match(run: run => run.StepsMax, import: _ => null));
        Assert.Equal(0, Invocation.Run("dataset", "check", path).Code);
    }

    [Fact]
    public void A_run_without_demonstrations_leaves_none() =>
        Assert.False(File.Exists(Run(SmallExperiments.Small, "--set", "demonstration.counts=[]")));

    private static DatasetContent Load(string path) => DatasetFile.Load(path).Require().Content;

    private string Run(string text, params string[] flags)
    {
        var (file, folder) = (_folder.Write("a.conf", text), _folder.Combine("run"));
        var result = Invocation.Run(["run", file, "--out", folder, .. flags]);
        Assert.True(result.Code == 0, result.Text());
        return Path.Combine(folder, "demonstrations", "expert.npz");
    }
}
