using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Forking;

/// <summary>Where forks begin, what they keep of their parents, and what is no place to fork.</summary>
public sealed class ForkTests(ForkParent parent) : IClassFixture<ForkParent>, IDisposable
{
    private static readonly string[] OtherRate = ["--set", "ppo.learning-rate=1e-2"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1")]
    [InlineData("60")]
    [InlineData("40.1")]
    [InlineData("update:1")]
    [InlineData("update:7")]
    public void Without_changes_it_comes_to_the_same_end(string at)
    {
        var target = _folder.Combine("fork");
        Assert.Equal(parent.Digest, ForkParent.DigestOf(ForkParent.Fork(parent.Trace, at, target)));
        Assert.Empty(RunEvidence.Manifest(target).Parent!.Changes);
        RunEvidence.Verifies(target);
    }

    [Fact]
    public void With_another_learning_rate_it_differs_and_verifies_without_its_parent()
    {
        var trace = _folder.Combine("parent.mcap");
        File.Copy(parent.Trace, trace);
        var target = _folder.Combine("fork");
        var digest = ForkParent.DigestOf(ForkParent.Fork(trace, "update:2", target, OtherRate));
        Assert.NotEqual(parent.Digest, digest);
        File.Delete(trace);
        RunEvidence.Verifies(target);
        var alone = _folder.Combine("alone.mcap");
        File.Move(Path.Combine(target, "trace.mcap"), alone);
        Directory.Delete(target, recursive: true);
        Assert.Equal(0, Invocation.Run("trace", "verify", alone, "--workers", "2").Code);
    }

    [Fact]
    public void The_later_it_begins_the_more_it_keeps_and_the_link_says_how_much()
    {
        long[] kept = [Kept("10"), Kept("update:3"), Kept("update:6")];
        Assert.InRange(kept[0], 10, kept[1] - 1);
        Assert.InRange(kept[1], kept[0] + 1, kept[2] - 1);
    }

    [Fact]
    public void A_fork_keeps_what_its_parent_had_demonstrated()
    {
        var target = _folder.Combine("late");
        _ = ForkParent.DigestOf(ForkParent.Fork(parent.Trace, "update:12", target));
        foreach (var name in (string[])["expert.npz", "expert.json"])
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(parent.Folder, "demonstrations", name)),
                File.ReadAllBytes(Path.Combine(target, "demonstrations", name))
            );
        }
    }

    [Fact]
    public void A_fork_can_be_forked()
    {
        var (first, second) = (_folder.Combine("first"), _folder.Combine("second"));
        var digest = ForkParent.DigestOf(ForkParent.Fork(parent.Trace, "update:2", first, OtherRate));
        var trace = Path.Combine(first, "trace.mcap");
        Assert.Equal(digest, ForkParent.DigestOf(ForkParent.Fork(trace, "update:4", _folder.Combine("same"))));
        string[] more = ["--set", "ppo.clip=0.1"];
        Assert.NotEqual(digest, ForkParent.DigestOf(ForkParent.Fork(trace, "update:4", second, more)));
        Directory.Delete(first, recursive: true);
        RunEvidence.Verifies(second);
        var manifest = RunEvidence.Manifest(second);
        Assert.Equal(["ppo.clip"], manifest.Parent!.Changes);
        Assert.Equal(trace, manifest.Parent.Trace);
        Assert.Contains("learning-rate = 0.01", manifest.Configuration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("later-delivery", "100000")]
    [InlineData("later-round", "100000.0")]
    [InlineData("later-update", "update:1000")]
    [InlineData("no-number", "soon")]
    [InlineData("negative", "-1")]
    [InlineData("three-parts", "1.2.3")]
    [InlineData("update-without-number", "update:")]
    [InlineData("update-with-round", "update:1.2")]
    [InlineData("too-large", "99999999999999999999")]
    public void No_place_in_the_run_is_explained(string name, string at)
    {
        var target = _folder.Combine("fork");
        var result = Invocation.Run("trace", "fork", parent.Trace, $"--at={at}", "--out", target);
        Assert.NotEqual(0, result.Code);
        Assert.False(Directory.Exists(target));
        Snapshot.Matches(Text(result, parent.Folder, "{parent}"), name);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("another-run")]
    public void A_parent_that_does_not_verify_is_refused(string kind)
    {
        var trace = _folder.Combine("parent.mcap");
        if (kind == "damaged")
        {
            var bytes = File.ReadAllBytes(parent.Trace);
            var (start, length) = TraceBytes.Chunk(parent.Trace, 0);
            bytes[start + (length / 2)] ^= 1;
            File.WriteAllBytes(trace, bytes);
        }
        else
        {
            WriteAnotherRun(trace);
        }

        var target = _folder.Combine("fork");
        var result = ForkParent.Fork(trace, "update:2", target);
        Assert.Equal(1, result.Code);
        Assert.False(Directory.Exists(target));

        Snapshot.Matches(
            Regex.Replace(Text(result, _folder.Folder, "{folder}"), @"byte [0-9]+|\b[0-9a-f]{8}\b", "{number}"),
            kind
        );
    }

    /// <summary>What was said, but for how far the parent was computed again and how long that took.</summary>
    private static string Text(Invocation result, string folder, string name) =>
        Regex.Replace(result.Text((folder, name)), @"(?m)^\[ .*\n", "");

    /// <summary>Deliveries a fork from here keeps, after comparing its link with its parent's bytes.</summary>
    private long Kept(string at)
    {
        var target = _folder.Combine("fork");
        _ = ForkParent.DigestOf(ForkParent.Fork(parent.Trace, at, target, OtherRate));
        using var reader = TraceReader.Open(Path.Combine(target, "trace.mcap")).Require();
        var link = reader.Manifest.Parent!;
        var first = reader
            .Entries()
            .Select(entry => entry.Require().Delivery?.Record.Ordinal)
            .First(ordinal => ordinal is not null);
        Assert.Equal(link.Ordinal + 1, first);
        Assert.Equal(["ppo.learning-rate"], link.Changes);
        Assert.Equal(parent.Trace, link.Trace);
        var text = Encoding.UTF8.GetBytes(TraceBytes.ManifestText(parent.Trace));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text)), link.ManifestHash);
        Assert.Equal(File.ReadAllText(Path.Combine(parent.Folder, "config.conf")), link.Configuration);
        Directory.Delete(target, recursive: true);
        return link.Ordinal;
    }

    /// <summary>The parent's deliveries under a manifest that tells of another seed.</summary>
    private void WriteAnotherRun(string path)
    {
        var manifest = RunEvidence.Manifest(parent.Folder);
        var text = manifest.Configuration.Replace("seed = 1\n", "seed = 2\n", StringComparison.Ordinal);
        Assert.NotEqual(manifest.Configuration, text);
        var other = _folder.Combine("other.mcap");
        using (
            var trace = OpenTrace
                .Begin(other, manifest with { Configuration = text }, null, new(manifest.Level, 1, _ => null))
                .Require()
        )
        {
            trace.Close().Require();
        }

        TraceBytes.WriteWithManifestOf(parent.Trace, other, path);
    }
}
