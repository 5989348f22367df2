using System.Text.Json;
using ActorIL.Experiments.Inputs;

namespace ActorIL.Cli.Tests.Running;

public class DigestTests(SmallRun run) : IClassFixture<SmallRun>
{
    /// <summary>Every operational key with another value than its default.</summary>
    public static TheoryData<string> OperationalSettings =>
        [
            "run.host=simulation",
            "run.workers=1",
            "run.workers=4",
            "run.workers=8",
            "run.log-level=error",
            "run.progress-interval-seconds=0.01",
            "trace.level=off",
            "trace.level=seed",
            "trace.level=keys",
            "trace.level=full",
            "checkpoint.interval-updates=0",
            "checkpoint.interval-updates=1",
            "environment.id=CartPole-v1",
            "environment.command=[no-program]",
            "environment.instances=2",
            "environment.processes=2",
            "environment.start-timeout-seconds=1",
            "environment.answer-timeout-seconds=1",
            "plugins=[]",
            "allow-ambient-calls=on",
            "watchdog-seconds=0",
        ];

    [Theory]
    [MemberData(nameof(OperationalSettings))]
    public void How_a_run_is_carried_out_leaves_the_digest_alone(string setting) =>
        Assert.Equal(RunTests.Digest(run.Summary.RootElement), Digest(setting));

    [Fact]
    public void The_settings_above_are_all_operational_keys_but_the_folder()
    {
        // Nor the places of files: a run that names one reads it.
        var files = Enum.GetValues<InputRole>().Select(InputReference.PathKeyOf);
        var keys = ReferenceKeys.Operational.Except([.. files, "run.out"]);
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            OperationalSettings.Select(row => row.Data.Split('=')[0]).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("seed=2")]
    [InlineData("ppo.learning-rate=1e-3")]
    [InlineData("evaluation.seed=3")]
    public void Another_computation_has_another_digest(string setting) =>
        Assert.NotEqual(RunTests.Digest(run.Summary.RootElement), Digest(setting));

    [Fact]
    public async Task Another_process_gives_the_same_digest()
    {
        using var folder = new TemporaryFolder();
        using var child = ProgramProcess.Start(
            folder.Folder,
            "run",
            run.Configuration,
            "--json",
            "--host",
            "simulation"
        );
        var result = await child.EndAsync();
        using var summary = JsonDocument.Parse(result.Out);
        Assert.Equal(RunTests.Digest(run.Summary.RootElement), RunTests.Digest(summary.RootElement));
        Assert.Equal(folder.Combine("runs", "small-1"), summary.RootElement.GetProperty("run_directory").GetString());
    }

    [Fact]
    public void The_digests_of_the_small_main_job_are_these() =>
        Snapshot.Matches(
            string.Join(
                '\n',
                ((string[])["digest", "result_digest", "weights_digest"]).Select(name =>
                    $"{name} {run.Summary.RootElement.GetProperty(name).GetString()}"
                )
            )
        );

    private string Digest(string setting)
    {
        using var folder = new TemporaryFolder();
        var result = Invocation.Run(
            "run",
            run.Configuration,
            "--out",
            folder.Combine("run"),
            "--json",
            "--set",
            setting
        );
        using var summary = JsonDocument.Parse(result.Out);
        return RunTests.Digest(summary.RootElement);
    }
}
