using System.Collections.Immutable;
using ActorIL.Storage.Tensors;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Tensors;

public sealed class PolicyCheckpointTests
{
    [Fact]
    public void What_was_saved_is_loaded() =>
        Seeded.Run(50, seed =>
        {
            using var folder = new TemporaryFolder();
            var content = SampleContents.Random(seed);

            Assert.Equal(folder["p"], Outcome.Value(PolicyCheckpoint.Save(folder["p"], content)));
            Assert.Equal(content, Outcome.Value(PolicyCheckpoint.Load(folder["p"])));
        });

    [Fact]
    public void The_hash_of_a_content_never_changes() =>
        Snapshot.Matches(PolicyCheckpoint.Hash(SampleContents.Fixed).ToString());

    [Fact]
    public void The_hash_tells_every_difference()
    {
        static CheckpointContent With(Tensor tensor) => new([tensor], ImmutableSortedDictionary<string, string>.Empty);

        CheckpointContent[] contents =
        [
            With(new Tensor.Float32("a", [2], [0, 1])),
            With(new Tensor.Float32("b", [2], [0, 1])),
            With(new Tensor.Float32("a", [1, 2], [0, 1])),
            With(new Tensor.Float32("a", [2], [0, 2])),
            With(new Tensor.Float32("a", [2], [-0f, 1])),
            With(new Tensor.Int64("a", [1], [0])),
            With(new Tensor.Float64("a", [1], [0])),
            new([], ImmutableSortedDictionary<string, string>.Empty.Add("a", "b")),
            new([], ImmutableSortedDictionary<string, string>.Empty.Add("a", "")),
            new([], ImmutableSortedDictionary<string, string>.Empty.Add("b", "a")),
            new([], ImmutableSortedDictionary<string, string>.Empty),
        ];

        Assert.Equal(contents.Length, contents.Select(PolicyCheckpoint.Hash).Distinct().Count());
    }

    [Fact]
    public void A_checkpoint_changed_anywhere_is_an_error_or_says_the_same()
    {
        using var folder = new TemporaryFolder();
        var bytes = File.ReadAllBytes(Outcome.Value(PolicyCheckpoint.Save(folder["p"], SampleContents.Fixed)));
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var change in new byte[] { 0x01, 0x20, 0xFF })
            {
                var damaged = bytes.ToArray();
                damaged[i] ^= change;
                File.WriteAllBytes(folder["p"], damaged);
                PolicyCheckpoint.Load(folder["p"]).Match(
                    content =>
                    {
                        Assert.Equal(SampleContents.Fixed, content);
                        return true;
                    },
                    error =>
                    {
                        Assert.StartsWith(folder["p"], error.Where, StringComparison.Ordinal);
                        return false;
                    });
            }
        }
    }

    [Fact]
    public void A_safetensors_file_of_something_else_is_an_error()
    {
        using var folder = new TemporaryFolder();
        Outcome.Value(Safetensors.Write(folder["p"], SampleContents.Fixed));

        Assert.Equal(
            $"{folder["p"]}: found format 'none'; wanted a policy checkpoint of format 'policy/1'. "
            + "Give a checkpoint that a run has written.",
            Outcome.Error(PolicyCheckpoint.Load(folder["p"])).ToString());
    }

    [Fact]
    public void A_checkpoint_of_a_later_version_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var metadata = SampleContents.Fixed.Metadata.Add("actoril.format", "policy/2");
        Outcome.Value(Safetensors.Write(folder["p"], new(SampleContents.Fixed.Tensors.Items, metadata)));

        Assert.Equal("format 'policy/2'", Outcome.Error(PolicyCheckpoint.Load(folder["p"])).Found);
    }

    [Fact]
    public void A_missing_checkpoint_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("no such file", Outcome.Error(PolicyCheckpoint.Load(folder["p"])).Found);
    }

    [Fact]
    public void Metadata_of_the_format_itself_is_refused()
    {
        var metadata = ImmutableSortedDictionary<string, string>.Empty.Add("actoril.mine", "x");

        Assert.Throws<ArgumentException>(() => PolicyCheckpoint.Save("p", new([], metadata)));
    }
}
