using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>A run directory that was changed since its run was broken off.</summary>
public sealed class DamageTests(BrokenRun broken) : IClassFixture<BrokenRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_configuration_is_refused_and_its_own_goes_on()
    {
        var run = broken.CopyTo(_folder);
        var path = Path.Combine(run, "config.conf");
        var own = File.ReadAllText(path);
        File.WriteAllText(path, own.Replace("steps = 8192", "steps = 9216", StringComparison.Ordinal));
        Assert.NotEqual(own, File.ReadAllText(path));
        Refused(run, "configuration");
        File.WriteAllText(path, own);
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("truncated-header")]
    [InlineData("truncated")]
    [InlineData("flipped-byte")]
    [InlineData("longer")]
    [InlineData("a-policy")]
    public void A_damaged_checkpoint_is_refused_and_without_it_the_run_starts_anew(string kind)
    {
        var run = broken.CopyTo(_folder);
        var path = Path.Combine(run, "state.safetensors");
        Damage(path, kind);
        Refused(run, kind);
        File.Delete(path);
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("truncated")]
    [InlineData("flipped-byte")]
    [InlineData("missing")]
    [InlineData("a-policy")]
    public void A_trace_damaged_before_the_checkpoint_is_refused(string kind)
    {
        var run = broken.CopyTo(_folder);
        Damage(Path.Combine(run, "trace.mcap"), kind);
        Refused(run, kind);
        File.Delete(Path.Combine(run, "state.safetensors"));
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
    }

    [Fact]
    public void A_trace_damaged_after_the_checkpoint_is_of_no_concern()
    {
        var run = broken.CopyTo(_folder);
        using (var trace = new FileStream(Path.Combine(run, "trace.mcap"), FileMode.Append))
        {
            trace.Write([6, 1, 2, 3, 4, 5]);
        }

        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
    }

    private static void Refused(string run, string kind)
    {
        var result = Invocation.Run("resume", run);
        Assert.Equal(1, result.Code);
        Assert.True(File.Exists(Path.Combine(run, "state.safetensors")));
        var member = TestContext.Current.TestMethod!.MethodName;
        var text = Regex.Replace(result.Text((run, "{run}")), "\\b[0-9a-f]{8,16}\\b|[0-9]+", "{number}");
        Snapshot.Matches(text, kind, callerMemberName: member);
    }

    /// <summary>Does something to a file.</summary>
    private void Damage(string path, string kind)
    {
        var bytes = File.ReadAllBytes(path);
        var middle = Path.GetExtension(path) == ".mcap" ? MiddleOfFirstChunk(path) : bytes.Length / 2;
        switch (kind)
        {
            case "missing":
                File.Delete(path);
                break;
            case "a-policy":
                File.Copy(broken.Whole.File("checkpoints/expert.safetensors"), path, overwrite: true);
                break;
            case "flipped-byte":
                bytes[middle] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            default:
                Array.Resize(ref bytes, Length(kind, bytes.Length, middle));
                File.WriteAllBytes(path, bytes);
                break;
        }
    }

    private static int MiddleOfFirstChunk(string path)
    {
        var (start, length) = TraceBytes.Chunk(path, 0);
        return start + (length / 2);
    }

    private static int Length(string kind, int length, int middle) =>
        kind switch
        {
            "empty" => 0,
            "truncated-header" => 20,
            "truncated" => middle,
            _ => length + 7,
        };
}
