using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Externals;

/// <summary>How a run meets every failure of a program outside: repaired once, and named where it stays.</summary>
public sealed class ExternalFailureRunTests : IDisposable
{
    private readonly ExternalExperiment _experiment = new();

    public void Dispose() => _experiment.Dispose();

    /// <summary>How it fails, and what a user reads of it.</summary>
    public static TheoryData<string, string> Kinds =>
        new()
        {
            { "crash", "the motor is on fire" },
            { "hang", "no answer" },
            { "garbage", "hello, world" },
            { "partial", "frame" },
            { "raise", "no such joint" },
            { "nan", "component 2" },
            { "outside", "Component 2 of the observation is 9.5" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_failure_is_repaired_by_a_fresh_process_and_one_that_stays_ends_the_run_by_name(
        string kind,
        string words
    )
    {
        const string Job = ExternalExperiment.Expert;
        var clean = Run(_experiment.WriteFaulty("none", isOnce: false, job: Job), "clean");
        Assert.True(clean.Code == 0, clean.Text());

        var repaired = Run(_experiment.WriteFaulty(kind, isOnce: true, "answer-timeout-seconds = 2", Job), "repaired");
        Assert.True(repaired.Code == 0, repaired.Text());
        Assert.True(File.Exists(_experiment.Combine($"{kind}.once")));
        Assert.Equal(Results(clean), Results(repaired));

        var broken = Run(
            _experiment.WriteFaulty(kind, isOnce: false, "answer-timeout-seconds = 0.5", Job),
            "broken",
            "--set",
            "supervision.retries-max=1"
        );
        Assert.Equal(1, broken.Code);
        Assert.Contains("CartPole-v1", broken.Error, StringComparison.Ordinal);
        Assert.Contains("/run/learner/collector/block-", broken.Error, StringComparison.Ordinal);
        Assert.Contains(words, broken.Error, StringComparison.Ordinal);

        File.Delete(_experiment.Combine("faulty.py"));
        foreach (var folder in (string[])["repaired", "broken"])
        {
            var verified = Invocation.Run("trace", "verify", _experiment.Combine(folder, "trace.mcap"));
            Assert.True(verified.Code == 0, verified.Text());
        }

        await Leftovers.NoneAsync(_experiment.Folder);
    }

    [Fact]
    public async Task A_program_that_starts_too_slowly_is_named()
    {
        var slow = Run(_experiment.WriteFaulty("slow", isOnce: false, "start-timeout-seconds = 0.5"), "slow");
        Assert.Equal(1, slow.Code);
        Assert.Contains("environment.command", slow.Error, StringComparison.Ordinal);
        Assert.Contains("welcome", slow.Error, StringComparison.Ordinal);
        await Leftovers.NoneAsync(_experiment.Folder);
    }

    [Fact]
    public void Evaluations_and_demonstrations_are_repeated_too()
    {
        // Without the training of an expert the first work outside is an evaluation, demonstrations or a visit.
        var clean = Run(_experiment.WriteFaulty("none", isOnce: false), "clean");
        var folder = _experiment.Combine("clean");
        var policy = Path.Combine(folder, "checkpoints", "expert.safetensors");
        Assert.True(clean.Code == 0 && File.Exists(policy), clean.Text());
        string[] expert = ["--set", "expert.kind=file", "--set", $"expert.file=\"{policy}\""];
        var whole = Run(_experiment.WriteFaulty("none", isOnce: false), "whole", expert);
        Assert.True(whole.Code == 0, whole.Text());
        var repaired = Run(_experiment.WriteFaulty("crash", isOnce: true), "repaired", expert);
        Assert.True(repaired.Code == 0, repaired.Text());
        Assert.Equal(Results(whole), Results(repaired));
        var verified = Invocation.Run("trace", "verify", _experiment.Combine("repaired", "trace.mcap"));
        Assert.True(verified.Code == 0, verified.Text());
    }

    private static string Results(Invocation run) => RunEvidence.Digests(run.Out).Split(' ', 2)[1];

    private Invocation Run(string configuration, string folder, params string[] flags) =>
        Invocation.Run(["run", configuration, "--out", _experiment.Combine(folder), "--json", .. flags]);
}
