using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;
using ActorIL.Training;

namespace ActorIL.Cli.Tests.Golden;

/// <summary>
/// Traces that were recorded once. When these fail, read "Trace format versions" in src/README.md before anything else.
/// </summary>
public sealed class GoldenTraceTests : IDisposable
{
    private const int LengthMax = 300_000;
    private readonly TemporaryFolder _folder = new();

    private static string Folder => RepositoryRoot.Combine("tests", "ActorIL.Cli.Tests", "Golden");

    /// <summary>The newest one: what is written now has its bytes.</summary>
    private static string Trace => Path.Combine(Folder, "format-1-e.mcap");

    /// <summary>All of them, on either host.</summary>
    public static TheoryData<string, string, string> Recorded =>
        [
            .. Directory
                .EnumerateFiles(Folder, "format-*.mcap")
                .Order(StringComparer.Ordinal)
                .SelectMany(file =>
                    new[] { ("simulation", "1"), ("parallel", "1"), ("parallel", "2") }.Select(host =>
                        (Path.GetFileName(file), host.Item1, host.Item2)
                    )
                ),
        ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Recorded))]
    public void It_verifies_on_either_host(string file, string host, string workers)
    {
        var trace = Path.Combine(Folder, file);
        var result = Invocation.Run("trace", "verify", trace, "--host", host, "--workers", workers);
        Assert.True(result.Code == 0, result.Text());
    }

    [Fact]
    public void The_same_run_leaves_the_same_bytes_now()
    {
        var run = _folder.Combine("run");
        var configuration = Path.ChangeExtension(Trace, ".conf");
        Assert.Equal(0, Invocation.Run("run", configuration, "--out", run).Code);
        Assert.Equal(TraceBytes.WithoutManifest(Trace), TraceBytes.WithoutManifest(Path.Combine(run, "trace.mcap")));
    }

    [Fact]
    public void It_is_small_and_has_a_chunk_with_every_behavior_and_message()
    {
        Assert.InRange(new FileInfo(Trace).Length, 1, LengthMax);
        Assert.InRange(TraceBytes.ChunkCount(Trace), 1, int.MaxValue);
        using var reader = TraceReader.Open(Trace).Require();
        Assert.Equal(RunVersions.Behaviors, reader.Manifest.Behaviors);
        Assert.Equal(RunVersions.Messages, reader.Manifest.Messages);
        var topics = reader
            .Entries()
            .Select(entry => entry.Require().Delivery?.Channel.Topic)
            .Where(topic => topic is not null)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(RunVersions.Behaviors.Length, topics.Count);
    }

    [Theory]
    [InlineData("format")]
    [InlineData("behavior")]
    [InlineData("message")]
    public void A_trace_of_another_version_is_refused(string kind)
    {
        TraceManifest manifest;
        using (var reader = TraceReader.Open(Trace).Require())
        {
            manifest = Changed(reader.Manifest with { CodeVersion = "9.9.9", Commit = "" }, kind);
        }

        var path = _folder.Combine("other.mcap");
        using (
            var trace = OpenTrace.Begin(path, manifest, beginning: null, new(manifest.Level, 1, _ => null)).Require()
        )
        {
            trace.Close().Require();
        }

        var result = Invocation.Run("trace", "verify", path);
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((_folder.Folder, "{folder}")), kind);
    }

    private static TraceManifest Changed(TraceManifest manifest, string kind) =>
        kind switch
        {
            "format" => manifest with { FormatVersion = TraceManifest.FormatVersionNow + 1 },
            "behavior" => manifest with { Behaviors = manifest.Behaviors.SetItem(0, "collector/99") },
            _ => manifest with { Messages = manifest.Messages.SetItem(0, "block-message/99") },
        };
}
