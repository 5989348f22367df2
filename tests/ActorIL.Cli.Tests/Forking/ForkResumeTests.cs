using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Forking;

/// <summary>A fork that is killed is gone on with like any other run.</summary>
public sealed class ForkResumeTests(ForkParent parent) : IClassFixture<ForkParent>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0", "trace.mcap")]
    [InlineData("1", "state.safetensors")]
    public void A_killed_fork_ends_as_one_that_was_not(string intervalUpdates, string awaited)
    {
        string[] more = ["--set", "ppo.learning-rate=1e-2", "--set", $"checkpoint.interval-updates={intervalUpdates}"];
        var (whole, fork) = (_folder.Combine("whole"), _folder.Combine("fork"));
        _ = ForkParent.DigestOf(ForkParent.Fork(parent.Trace, "update:2", whole, more));
        var began = RunEvidence.Manifest(whole).Parent!;
        BrokenRun.Break(
            fork,
            () => File.Exists(Path.Combine(fork, awaited)),
            ["trace", "fork", parent.Trace, "--at", "update:2", "--out", fork, .. more]
        );
        Assert.Equal(awaited.StartsWith("state", StringComparison.Ordinal), HasCheckpoint(fork));
        RunEvidence.IsAs(whole, fork, Invocation.Run("resume", fork, "--json"));
        RunEvidence.Verifies(fork);
        var manifest = RunEvidence.Manifest(fork);
        Assert.Equal(began.ManifestHash, manifest.Parent!.ManifestHash);
        Assert.Equal(began.Ordinal, manifest.Parent.Ordinal);
        Assert.Equal(["ppo.learning-rate"], manifest.Parent.Changes);
        var kept = Assert.Single(manifest.Resumptions).Ordinal;
        Assert.InRange(kept, began.Ordinal + (intervalUpdates == "0" ? 0 : 1), long.MaxValue);
    }

    private static bool HasCheckpoint(string folder) => File.Exists(Path.Combine(folder, "state.safetensors"));
}
