using System.Collections.Immutable;
using ActorIL.Algorithms.Dagger;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hocon;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The run that benchmarks time: the main job's expert, which the reference configuration describes.</summary>
internal static class BenchmarkRuns
{
    private const string Origin = "bench";

    /// <summary>Keys that leave the expert alone.</summary>
    public static ImmutableArray<string> ExpertAlone => ["demonstration.counts=[]", "dagger.label-counts=[]"];

    /// <summary>Keys of the trainings that grow: many environments, one epoch, large minibatches.</summary>
    public static ImmutableArray<string> Growing =>
        [
            .. ExpertAlone,
            "ppo.environments=1024",
            "ppo.blocks=2",
            "ppo.rollout-steps=64",
            "ppo.epochs=1",
            "ppo.minibatch-size=4096",
            "ppo.value-clip=off",
            "ppo.validation.episodes=2",
            "ppo.validation.interval-updates=1000000",
            "evaluation.episodes=2",
        ];

    /// <summary>The reference configuration with settings over it, or what is wrong with them.</summary>
    /// <param name="terminal">Its environment variables.</param>
    /// <param name="own">Settings of the benchmark, such as "key=value".</param>
    /// <param name="typed">Settings that were typed; they win.</param>
    /// <param name="shipped">An experiment that is part of the program, by its name; null for the defaults.</param>
    public static Result<BoundRun, ImmutableArray<Error>> Bind(
        Terminal terminal,
        IEnumerable<string> own,
        IEnumerable<string> typed,
        string? shipped = null
    ) =>
        RunBinding.Understand(
            new(
                shipped,
                [
                    .. own.Select(static text => new ConfigurationOverride(text, Origin)),
                    .. typed.Select(static text => new ConfigurationOverride(text, $"--set {text}")),
                ],
                path =>
                    path == shipped
                        ? new IncludeOutcome.Found(ReferenceConfiguration.ReadText(path))
                        : ConfigurationFiles.Read(path),
                terminal.Environment
            ),
            terminal.Plugins,
            isRecorded: false
        );

    /// <summary>Settings of the expert's training, or that a setting left none.</summary>
    public static Result<ExpertPlan.Trained, ImmutableArray<Error>> Training(BoundRun run) =>
        run.Plan.Expert.Training is { } training
            ? Result.Success<ExpertPlan.Trained, ImmutableArray<Error>>(training)
            : Result.Failure<ExpertPlan.Trained, ImmutableArray<Error>>([
                new("bench", "an expert that is not trained", "an expert by PPO", "Leave the expert's source alone."),
            ]);

    /// <summary>Settings of its DAgger, or that a setting left none.</summary>
    public static Result<DaggerConfig, ImmutableArray<Error>> Dagger(BoundRun run) =>
        run.Plan.Dagger is { } dagger
            ? Result.Success<DaggerConfig, ImmutableArray<Error>>(dagger)
            : Result.Failure<DaggerConfig, ImmutableArray<Error>>([
                new("bench", "a run without DAgger", "label counts", "Leave dagger.label-counts alone."),
            ]);
}
