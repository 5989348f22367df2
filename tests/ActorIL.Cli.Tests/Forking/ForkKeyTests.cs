using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Cli.Tests.Forking;

/// <summary>Which keys a fork may change: every semantic key is tried.</summary>
public sealed class ForkKeyTests(ForkParent parent) : IClassFixture<ForkParent>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Changeable =>
        [.. OtherValues.Changeable.Select(pair => (pair.Key, pair.Value))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_semantic_key_of_the_reference_is_tried()
    {
        Assert.Equal(Sorted(ReferenceKeys.Of(KeyKind.Semantic)), OtherValues.Fixed.Keys);
        Assert.Equal(Sorted(ReferenceKeys.Of(KeyKind.Changeable)), OtherValues.Changeable.Keys);
    }

    [Theory]
    [MemberData(nameof(Changeable))]
    public void A_changeable_key_is_taken_and_the_fork_verifies(string key, string value)
    {
        var target = _folder.Combine("fork");
        _ = ForkParent.DigestOf(ForkParent.Fork(parent.Trace, "update:2", target, "--set", $"{key}={value}"));
        Assert.Equal([key], RunEvidence.Manifest(target).Parent!.Changes);
        RunEvidence.Verifies(target);
    }

    [Fact]
    public void Every_fixed_key_is_refused_by_its_name()
    {
        var texts = OtherValues.Fixed.Select(pair =>
        {
            var target = _folder.Combine("fork");
            var result = ForkParent.Fork(parent.Trace, "update:2", target, "--set", $"{pair.Key}={pair.Value}");
            Assert.Equal(1, result.Code);
            Assert.Contains($"error: actoril.{pair.Key}\n", result.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(target));
            return result.Error;
        });
        Snapshot.Matches(string.Concat(texts));
    }

    [Fact]
    public void All_fixed_keys_are_named_at_once()
    {
        var result = ForkParent.Fork(
            parent.Trace,
            "update:2",
            _folder.Combine("fork"),
            ["--set", "seed=2", "--set", "ppo.learning-rate=1e-2", "--set", "evaluation.episodes=3"]
        );
        Snapshot.Matches(result.Text());
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> keys) => keys.Order(StringComparer.Ordinal);
}
