using ActorIL.Cli.Plugins;
using ActorIL.Cli.Tests.Running;
using ActorIL.PluginTesting;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Plugins;

public sealed class PluginMismatchTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_version_is_refused_and_can_be_used_all_the_same()
    {
        var trace = Trace();
        _folder.Compile("bin", DriftSource.Good with { Version = "1.1.0" });

        Snapshot.Matches(_folder.Text(Invocation.Run("trace", "verify", trace)));
        Assert.Equal(0, Invocation.Run("trace", "verify", trace, "--allow-plugin-mismatch").Code);
    }

    [Fact]
    public void Another_name_is_refused()
    {
        var trace = Trace();
        var other = _folder.Compile("other", DriftSource.Good with { Name = "drifting" });
        Snapshot.Matches(_folder.Text(Invocation.Run("trace", "verify", trace, "--plugin", other)));
    }

    [Fact]
    public void Another_contract_is_refused()
    {
        var recorded = new TracePlugin("drift", "1.0.0", "1.0", "", "a.dll", IsComputing: true, AmbientCallCount: 0);
        var error = Assert.Single(
            RecordedPlugins.Problems("trace.mcap", [recorded], [recorded with { Contract = "1.1", Path = "b.dll" }])
        );
        Snapshot.Matches(error.ToString());
    }

    [Fact]
    public void Another_file_that_does_the_same_verifies()
    {
        var trace = Trace();
        _folder.Compile("bin", DriftSource.Good with { Step = "position += 0;" });
        Assert.Equal(0, Invocation.Run("trace", "verify", trace).Code);
    }

    [Fact]
    public void Another_file_is_named_where_the_run_diverges()
    {
        var trace = Trace();
        _folder.Compile("bin", DriftSource.Good with { Step = "reward -= 1;" });
        var result = Invocation.Run("trace", "verify", trace);
        Assert.Equal(4, result.Code);
        Assert.Contains("plug-in drift 1.0.0: its file is another one (sha256 ", result.Out, StringComparison.Ordinal);
        var json = Invocation.Run("trace", "verify", trace, "--json");
        Assert.Contains("\"changed_plugins\"", json.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plug_in_that_has_moved_is_asked_for()
    {
        var trace = Trace();
        var moved = _folder.Compile("elsewhere", DriftSource.Good);
        File.Delete(_folder.Plugin);
        Snapshot.Matches(_folder.Text(Invocation.Run("trace", "verify", trace)));
        Assert.Equal(0, Invocation.Run("trace", "verify", trace, "--plugin", moved).Code);
    }

    [Fact]
    public void A_host_of_a_plug_in_is_not_needed_to_verify()
    {
        var host = _folder.Compile("host", HostSource);
        var run = _folder.Run("run", "--plugin", host, "--host", "own");
        Assert.True(run.Code == 0, run.Error);
        File.Delete(host);
        var result = Invocation.Run("trace", "verify", _folder.Combine("run", "trace.mcap"));
        Assert.True(result.Code == 0, result.Out + result.Error);
    }

    private static DriftSource HostSource =>
        DriftSource.Good with
        {
            Name = "own-host",
            Entries = """
                new()
                {
                    Hosts =
                    [
                        new ActorIL.Actors.Hosts.HostEntry(
                            "own",
                            "The simulation by another name.",
                            start => ActorIL.Core.Prelude.Result.Success<
                                ActorIL.Actors.Hosts.IActorHost, ActorIL.Core.Prelude.Error>(
                                new ActorIL.Actors.Hosts.SimulationHost(start.Root, start.Settings))),
                    ],
                }
                """,
        };

    private string Trace()
    {
        var run = _folder.Run("run");
        Assert.True(run.Code == 0, run.Error);
        return _folder.Combine("run", "trace.mcap");
    }
}
