using ActorIL.Storage.Runs;

namespace ActorIL.Storage.Tests.Runs;

public sealed class RunPathsTests
{
    private static readonly RunPaths Paths = new(Path.Combine("runs", "cartpole-1"));

    [Fact]
    public void Every_file_lies_in_the_folder()
    {
        string[] names = ["config.conf", "summary.json", "metrics.csv", "run.log", "run.jsonl", "checkpoints"];
        string[] paths = [Paths.Config, Paths.Summary, Paths.Metrics, Paths.Log, Paths.JsonLog, Paths.Checkpoints];

        Assert.Equal(names.Select(name => Path.Combine(Paths.Folder, name)), paths);
    }

    [Fact]
    public void A_checkpoint_lies_in_its_folder() =>
        Assert.Equal(
            Path.Combine(Paths.Checkpoints, "dagger-1000.safetensors"), Outcome.Value(Paths.Checkpoint("dagger-1000")));

    [Fact]
    public void A_checkpoint_cannot_leave_its_folder() =>
        Assert.Equal("checkpoint name", Outcome.Error(Paths.Checkpoint("../config")).Where);
}
