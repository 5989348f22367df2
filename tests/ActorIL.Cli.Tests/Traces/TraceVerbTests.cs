using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Traces;

/// <summary>The verbs that verify, compare, drive and repair, on traces of real runs.</summary>
public sealed class TraceVerbTests(LoggedRuns runs) : IClassFixture<LoggedRuns>
{
    private const string Full = "trace.level=full";

    [Theory]
    [InlineData("--workers", "1")]
    [InlineData("--host", "simulation")]
    [InlineData("--workers", "2")]
    public void Chunks_are_the_same_whatever_computes_the_run(string flag, string value)
    {
        var one = Chunks(runs.Trace("--set", Full));
        Assert.Equal(one, Chunks(runs.Trace("--set", Full, flag, value)));
        Assert.NotEmpty(one);
    }

    [Fact]
    public void A_whole_trace_needs_no_repair()
    {
        var (code, found) = LoggedRuns.Json("repair", runs.Trace("--set", Full));
        Assert.Equal(0, code);
        Assert.True(found.GetProperty("whole").GetBoolean());
        Assert.Equal(JsonValueKind.Null, found.GetProperty("out").ValueKind);
    }

    [Fact]
    public void What_is_left_of_a_cut_trace_is_repaired_and_verifies()
    {
        var whole = File.ReadAllBytes(runs.Trace("--set", Full));
        var cut = runs.Path("cut.mcap");
        foreach (var (length, isComplete) in new[] { (whole.Length - 10, true), (70_000, false) })
        {
            File.WriteAllBytes(cut, whole[..length]);
            File.Delete(runs.Path("cut.repaired.mcap"));
            var verified = Invocation.Run("trace", "verify", cut);
            Assert.Equal((1, ""), (verified.Code, verified.Out));
            var (code, found) = LoggedRuns.Json("repair", cut);
            Assert.Equal(isComplete ? 0 : 3, code);
            Assert.Equal(isComplete, found.GetProperty("complete").GetBoolean());
            Assert.Equal(runs.Path("cut.repaired.mcap"), found.GetProperty("out").GetString());
            var (again, identical) = LoggedRuns.Json("verify", runs.Path("cut.repaired.mcap"));
            Assert.Equal(0, again);
            Assert.Equal(found.GetProperty("deliveries").GetInt64(), identical.GetProperty("deliveries").GetInt64());

            // What is there already is not overwritten.
            var refused = Invocation.Run("trace", "repair", cut);
            Assert.Equal((1, ""), (refused.Code, refused.Out));
            Assert.Contains("nothing is overwritten", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_lost_is_told()
    {
        var cut = runs.Path("lost.mcap");
        File.WriteAllBytes(cut, File.ReadAllBytes(runs.Trace("--set", Full))[..70_000]);
        var result = Invocation.Run("trace", "repair", cut, "--out", runs.Path("found.mcap"));
        Snapshot.Matches(result.Text((runs.Folder, "{folder}")));
    }

    [Fact]
    public void Traces_of_one_run_are_the_same_whatever_they_keep()
    {
        var (code, found) = LoggedRuns.Json("diff", runs.Trace("--set", Full), runs.Trace("--workers", "1"));
        Assert.Equal(0, code);
        Assert.True(found.GetProperty("same").GetBoolean());
        Assert.Equal("actions", found.GetProperty("level").GetString());
        Assert.Equal(0, found.GetProperty("deliveries").GetProperty("changed").GetInt64());
        Assert.Contains("actoril.trace.level", Names(found, "configuration"));
    }

    [Fact]
    public void Another_learning_rate_is_found_where_it_tells_first()
    {
        string[] traces = [runs.Trace("--set", Full), runs.Trace("--set", Full, "--set", "ppo.learning-rate=0.00031")];
        var (code, found) = LoggedRuns.Json(["diff", .. traces]);
        Assert.Equal(4, code);
        Assert.Contains("actoril.ppo.learning-rate", Names(found, "configuration"));
        var first = found.GetProperty("first");
        Assert.Equal("payload", first.GetProperty("class").GetString());
        Assert.StartsWith(
            "collect.drive.policy.trained.snapshot.parameters[",
            first.GetProperty("fields")[0].GetProperty("field").GetString(),
            StringComparison.Ordinal
        );
        Assert.True(first.GetProperty("fields")[0].GetProperty("ulps").GetInt64() > 0);
        var text = Invocation.Run(["trace", "diff", .. traces, "--tolerance", "0.5"]);
        Assert.Equal(4, text.Code);
        Assert.Contains("numbers within 0.5 absolute and relative", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_actor_alone_does_what_it_did_in_the_run()
    {
        var trace = runs.Trace("--set", Full);
        var paths = Entries(trace)
            .Where(entry => entry.Event is { Kind: "started" })
            .Select(entry => entry.Event!.Path);
        var count = 0;
        foreach (var path in paths.Distinct())
        {
            var (code, found) = LoggedRuns.Json("drive", trace, "--actor", path);
            Assert.Equal(
                (0, true, 0L),
                (code, found.GetProperty("same").GetBoolean(), Number(found, "mismatch_count"))
            );
            Assert.True(Number(found, "digests") > 0, path);
            count++;
        }

        Assert.True(count > 10);
    }

    [Fact]
    public void One_ulp_changed_in_a_file_is_named()
    {
        var tampered = runs.Path("tampered.mcap");
        Tampering.ChangeFloat(runs.Trace("--set", Full), tampered, "actions");
        var (code, found) = LoggedRuns.Json("verify", tampered);
        Assert.Equal(4, code);
        var divergence = found.GetProperty("divergence");
        Assert.Equal("payload", divergence.GetProperty("class").GetString());
        Assert.Equal(1, Number(divergence, "ulps"));

        // What comes before is progress, with the time it took.
        var result = Invocation.Run("trace", "verify", tampered);
        var report = result.Out[result.Out.IndexOf("diverged", StringComparison.Ordinal)..];
        Snapshot.Matches(report.Replace(runs.Folder, "{folder}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("repair")]
    [InlineData("diff")]
    [InlineData("drive")]
    public void What_is_no_trace_is_refused(string verb)
    {
        var missing = runs.Path("missing.mcap");
        var other = runs.Path("other.mcap");
        File.WriteAllText(other, "no trace at all");
        foreach (var file in (string[])[missing, other, runs.Folder])
        {
            string[] arguments = verb switch
            {
                "diff" => ["trace", verb, file, file],
                "drive" => ["trace", verb, file, "--actor", "/run"],
                _ => ["trace", verb, file],
            };
            var result = Invocation.Run(arguments);
            Assert.Equal((1, ""), (result.Code, result.Out));
            Assert.StartsWith($"error: {file}", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string?> Names(JsonElement found, string part) =>
        found.GetProperty(part).EnumerateArray().Select(item => item.GetProperty("name").GetString());

    private static long Number(JsonElement found, string name) => found.GetProperty(name).GetInt64();

    private static List<TraceEntry> Entries(string path)
    {
        using var trace = TraceReader
            .Open(path)
            .Match(found => found, error => throw new InvalidDataException(error.Found));
        return
        [
            .. trace
                .Entries()
                .Select(entry => entry.Match(found => found, error => throw new InvalidDataException(error.Found))),
        ];
    }

    private static List<string> Chunks(string path)
    {
        using var file = McapReader
            .Open(path, McapReadOptions.Own)
            .Match(found => found, error => throw new InvalidDataException(error.Found));
        return
        [
            .. file.Chunks()
                .Select(step => step.Match(record => record, error => throw new InvalidDataException(error.Found)))
                .Select(Text)
                .Where(text => text.Length > 0),
        ];
    }

    private static string Text(McapRecord record) =>
        record.Match(
            _ => "",
            _ => "",
            _ => "",
            _ => "",
            chunk => $"{chunk.Value.Place} {chunk.Value.Crc:x8} {Convert.ToHexString(chunk.Value.Bytes.Span)}",
            _ => "",
            _ => "",
            _ => ""
        );
}
