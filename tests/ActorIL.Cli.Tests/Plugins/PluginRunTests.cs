using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.PluginTesting;

namespace ActorIL.Cli.Tests.Plugins;

public sealed class PluginRunTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_environment_of_a_plug_in_is_trained_on_and_imitated_with_one_digest_on_both_hosts()
    {
        var parallel = _folder.Run("parallel");
        var simulation = _folder.Run("simulation", "--host", "simulation");

        Assert.Equal((0, 0), (parallel.Code, simulation.Code));
        using var first = JsonDocument.Parse(parallel.Out);
        using var second = JsonDocument.Parse(simulation.Out);
        Assert.Equal(
            first.RootElement.GetProperty("digest").GetString(),
            second.RootElement.GetProperty("digest").GetString()
        );
    }

    [Fact]
    public void A_run_notes_who_its_plug_ins_are()
    {
        using var summary = JsonDocument.Parse(_folder.Run("run").Out);
        foreach (var root in (JsonElement[])[summary.RootElement, RunOf("run")])
        {
            var plugin = Assert.Single(root.GetProperty("plugins").EnumerateArray());
            Assert.Equal("drift", plugin.GetProperty("name").GetString());
            Assert.Equal("1.0.0", plugin.GetProperty("version").GetString());
            Assert.Equal("1.0", plugin.GetProperty("contract").GetString());
            Assert.Equal(64, plugin.GetProperty("sha256").GetString()!.Length);
            Assert.Equal(_folder.Plugin, plugin.GetProperty("path").GetString());
        }

        Assert.Contains(
            $"plugins = [\"{_folder.Plugin}\"]",
            File.ReadAllText(_folder.Combine("run", "config.conf")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_reads_a_run_finds_its_plug_ins()
    {
        Assert.Equal(0, _folder.Run("run", "--set", "trace.level=full").Code);
        var (run, trace) = (_folder.Combine("run"), _folder.Combine("run", "trace.mcap"));

        string[][] commands =
        [
            ["trace", "verify", trace],
            ["trace", "verify", trace, "--host", "simulation"],
            ["trace", "show", trace, "update:1"],
            ["trace", "drive", trace, "--actor", "/run/learner"],
            ["eval", run, "--episodes", "4"],
            ["eval", Path.Combine(run, "checkpoints", "expert.safetensors"), "--episodes", "4"],
            ["report", run],
            ["export", run, "--onnx", _folder.Combine("policy.onnx")],
            ["watch", run],
            ["dataset", "check", Path.Combine(run, "demonstrations", "expert.npz"), "--plugin", _folder.Plugin],
            [
                "trace",
                "fork",
                trace,
                "--at",
                "update:1",
                "--set",
                "ppo.learning-rate=1e-4",
                "--out",
                _folder.Combine("fork"),
            ],
            ["eval", _folder.Combine("fork"), "--episodes", "4"],
        ];
        foreach (var command in commands)
        {
            var result = Invocation.Run(command);
            Assert.True(result.Code == 0, $"{string.Join(' ', command)}\n{result.Out}{result.Error}");
        }
    }

    [Fact]
    public void A_plug_in_can_be_typed_instead_of_stated()
    {
        string[] given = ["--plugin", _folder.Plugin, "--set", "plugins=[]"];
        var typed = _folder.Run("typed", given);
        Assert.True(typed.Code == 0, typed.Error);
        Assert.Equal(
            0,
            Invocation
                .Run(
                    "ppo",
                    "--env-id",
                    "Drift-v0",
                    "--plugin",
                    _folder.Plugin,
                    "--total-timesteps",
                    "512",
                    "--save-path",
                    _folder.Combine("ppo")
                )
                .Code
        );
    }

    [Fact]
    public void Lists_say_which_plug_in_an_environment_comes_from() =>
        Snapshot.Matches(_folder.Text(Invocation.Run("env", "list", "--plugin", _folder.Plugin)));

    [Fact]
    public void Two_plug_ins_of_one_name_are_explained()
    {
        var twin = _folder.Compile("twin", DriftSource.Good with { Environment = "Drift-v1" });
        Snapshot.Matches(_folder.Text(Invocation.Run("run", _folder.File, "--plugin", twin)));
    }

    [Fact]
    public void Two_environments_of_one_name_are_explained()
    {
        var twin = _folder.Compile("twin", DriftSource.Good with { Name = "other" });
        Snapshot.Matches(_folder.Text(Invocation.Run("run", _folder.File, "--plugin", twin)));
    }

    [Fact]
    public void A_plug_in_that_is_not_there_is_explained()
    {
        File.Delete(_folder.Plugin);
        Snapshot.Matches(_folder.Text(Invocation.Run("run", _folder.File)));
    }

    [Fact]
    public void A_list_of_plug_ins_that_is_none_is_explained() =>
        Snapshot.Matches(_folder.Text(Invocation.Run("run", _folder.File, "--set", "plugins=7")));

    private JsonElement RunOf(string run)
    {
        var info = Invocation.Run("trace", "info", _folder.Combine(run, "trace.mcap"), "--json");
        using var document = JsonDocument.Parse(info.Out);
        return document.RootElement.GetProperty("run").Clone();
    }
}
