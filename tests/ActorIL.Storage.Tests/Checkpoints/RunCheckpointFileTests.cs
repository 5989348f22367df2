using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Tensors;

namespace ActorIL.Storage.Tests.Checkpoints;

public sealed class RunCheckpointFileTests
{
    private static readonly CountBehavior Root = new(CountMax: 6);

    [Fact]
    public void A_run_goes_on_from_its_file_as_if_it_had_never_stopped()
    {
        using var folder = new TemporaryFolder();
        var whole = new SimulationHost(Root, new KernelSettings(7));
        whole.Run();

        var saved = Checkpoint();
        Outcome.Value(RunCheckpointFile.Save(folder["run.safetensors"], saved));
        var loaded = Outcome.Value(RunCheckpointFile.Load(folder["run.safetensors"]));

        Assert.Equal(saved.Snapshot.Bytes(), loaded.Snapshot.Bytes());
        Assert.Equal(saved.Snapshot.Blocks, loaded.Snapshot.Blocks);
        Assert.Equal(saved.Metadata, loaded.Metadata);
        Assert.Equal(saved.Extras.Keys, loaded.Extras.Keys);
        Assert.All(saved.Extras, extra => Assert.Equal(extra.Value, loaded.Extras[extra.Key]));
        var host = Outcome.Value(SimulationHost.Restore(Root, new KernelSettings(7), loaded.Snapshot));
        host.Run();
        Assert.Equal(whole.Chain, host.Chain);
    }

    [Fact]
    public void A_file_shows_each_state_and_block_under_its_own_name()
    {
        using var folder = new TemporaryFolder();
        var saved = Checkpoint();
        Outcome.Value(RunCheckpointFile.Save(folder["run.safetensors"], saved));

        var file = Outcome.Value(Safetensors.Read(folder["run.safetensors"]));

        Assert.Equal(
            saved
                .Snapshot.Blocks.Select(static block => $"block/{block.Hash:x16}")
                .Concat(["actor/root/child/state", "actor/root/state", "extra/reports", "kernel"])
                .Order(StringComparer.Ordinal),
            file.Tensors.Select(static tensor => tensor.Name)
        );
        Assert.NotEmpty(saved.Snapshot.Blocks);
        Assert.Equal("17", file.Metadata["trace-offset"]);
    }

    [Fact]
    public void No_damage_is_taken_for_a_checkpoint()
    {
        using var folder = new TemporaryFolder();
        var path = folder["run.safetensors"];
        Outcome.Value(RunCheckpointFile.Save(path, Checkpoint()));
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x21;
            File.WriteAllBytes(path, damaged);
            Assert.Contains(folder.Path, Outcome.Error(RunCheckpointFile.Load(path)).Where, StringComparison.Ordinal);
            File.WriteAllBytes(path, bytes.AsSpan(0, i));
            Assert.Contains(folder.Path, Outcome.Error(RunCheckpointFile.Load(path)).Where, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_policy_is_no_run()
    {
        using var folder = new TemporaryFolder();
        var content = new CheckpointContent([], ImmutableSortedDictionary<string, string>.Empty);
        Outcome.Value(PolicyCheckpoint.Save(folder["policy.safetensors"], content));

        var error = Outcome.Error(RunCheckpointFile.Load(folder["policy.safetensors"]));

        Assert.Equal("format 'policy/1'", error.Found);
    }

    private static RunCheckpoint Checkpoint()
    {
        var host = new SimulationHost(Root, new KernelSettings(7));
        host.Run(static progress => progress.Tick >= 4);
        return new(
            Outcome.Value(host.Capture()),
            ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("reports", [1, 2, 3]),
            ImmutableSortedDictionary<string, string>.Empty.Add("trace-offset", "17")
        );
    }
}
