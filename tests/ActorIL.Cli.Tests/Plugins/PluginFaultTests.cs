using ActorIL.Cli.Tests.Running;
using ActorIL.PluginTesting;

namespace ActorIL.Cli.Tests.Plugins;

public sealed class PluginFaultTests
{
    [Theory]
    [InlineData("throws", "throw new InvalidOperationException(\"The map has no such place.\");", "")]
    [InlineData("reward", "reward = double.NaN;", "")]
    [InlineData("observation-nan", "", "observation[0] = float.NaN;")]
    [InlineData("observation-infinite", "", "observation[0] = float.PositiveInfinity;")]
    [InlineData("observation-outside", "", "observation[0] += 100;")]
    [InlineData("observation-shape", "", "observation[1] = 0;")]
    [InlineData("action-shape", "position += action[1];", "")]
    public void A_fault_of_an_environment_names_it_and_its_plug_in(string what, string step, string observe)
    {
        using var folder = new PluginFolder(DriftSource.Good with { Step = step, Observe = observe });
        var result = Invocation.Run(
            "run",
            folder.File,
            "--out",
            folder.Combine("run"),
            "--host",
            "simulation",
            "--set",
            "run.log-level=error"
        );
        Assert.Equal(1, result.Code);
        Snapshot.Matches(folder.Text(result with { Out = "" }), what);
    }

    [Fact]
    public void An_ambient_call_is_refused_unless_it_is_allowed()
    {
        using var folder = new PluginFolder(
            DriftSource.Good with
            {
                Step = "position += DateTime.UtcNow.Year > 1900 ? 0 : 1;",
            }
        );
        Snapshot.Matches(folder.Text(Invocation.Run("run", folder.File)));

        var allowed = folder.Run("run", "--allow-ambient-calls");
        Assert.True(allowed.Code == 0, allowed.Error);
        var verified = Invocation.Run("trace", "verify", folder.Combine("run", "trace.mcap"));
        Assert.True(verified.Code == 0, verified.Out + verified.Error);
    }

    [Theory]
    [InlineData("ambient-call", "position += new Random(7).NextDouble();", "")]
    [InlineData("static-counter", "position += Counter++ * 1e-3;", "private static int Counter;")]
    [InlineData(
        "clock-by-reflection",
        "position += ((DateTime)typeof(DateTime).GetProperty(\"UtcNow\")!.GetValue(null)!).Ticks % 1000 * 1e-3;",
        ""
    )]
    [InlineData(
        "order-of-a-table",
        "position += Sum();",
        """
            // Objects are hashed by address or by chance, and sums depend on their order.
            private static double Sum()
            {
                var sum = 1e-3;
                var table = Enumerable.Range(1, 40).ToDictionary(n => new object());
            foreach (var item in table)
                {
                    sum = (sum * 1.0001) + item.Value;
                }

                return sum * 1e-6 * ((Calls += 1) % 7);
            }

            private static int Calls;
            """
    )]
    public void The_conformance_kit_names_what_makes_runs_differ(string what, string step, string members)
    {
        using var folder = new PluginFolder(DriftSource.Good with { Step = step, Members = members });
        var result = Invocation.Run("env", "check", "Drift-v0", "--plugin", folder.Plugin, "--json");
        Assert.Equal(1, result.Code);
        var failed = Failed(result.Out);
        Assert.Contains(what == "ambient-call" ? "no-ambient-calls" : "episodes-repeat", failed);
    }

    [Fact]
    public void The_conformance_kit_shows_ambient_calls()
    {
        using var folder = new PluginFolder(DriftSource.Good with { Step = "position += new Random(7).NextDouble();" });
        Snapshot.Matches(folder.Text(Invocation.Run("env", "check", "Drift-v0", "--plugin", folder.Plugin)));
    }

    [Theory]
    [InlineData("simulation")]
    [InlineData("parallel")]
    public async Task A_step_that_changes_the_floating_point_state_ends_the_run(string host)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "fesetround is libm's.");
        using var folder = new PluginFolder(
            DriftSource.Good with
            {
                // Towards zero, as fenv.h of x86-64 and of arm64 have it.
                Step = "if (position > 1) { fesetround(0xC00); fesetround(0xC00000); }",
                Members = """
                [System.Runtime.InteropServices.DllImport("libm.so.6")]
                private static extern int fesetround(int mode);
                """,
            }
        );
        using var child = folder.Start("--host", host, "--set", "run.log-level=error");
        var result = await child.EndAsync();
        Assert.Equal(1, result.Code);
        Snapshot.Matches(folder.Text(result with { Out = "" }));
    }

    [Fact]
    public void What_does_not_repeat_diverges()
    {
        using var folder = new PluginFolder(
            DriftSource.Good with
            {
                Step = "position += Counter++ * 1e-6;",
                Members = "private static int Counter;",
            }
        );
        var run = folder.Run("run");
        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(
            4,
            Invocation.Run("trace", "verify", folder.Combine("run", "trace.mcap"), "--host", "simulation").Code
        );
    }

    private static string[] Failed(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.GetProperty("checks")
                .EnumerateArray()
                .Where(check => check.GetProperty("outcome").GetString() == "failed")
                .Select(check => check.GetProperty("name").GetString()!),
        ];
    }
}
