using System.Collections.Immutable;
using ActorIL.Cli.Progress;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Runs;

/// <summary>What a watcher has to know of the past when a run goes on.</summary>
/// <param name="Steps">How far each stage has come.</param>
/// <param name="TrainingSeconds">Wall-clock time of PPO training alone.</param>
/// <param name="Status">What is shown.</param>
internal sealed record WatcherState(ImmutableArray<StageSteps> Steps, double TrainingSeconds, RunStatus Status)
    : IFields<WatcherState>
{
    public static TypeName Name => new("watcher-state", 1);

    /// <summary>The past of a run that has none.</summary>
    public static WatcherState Start(RunStatus status) => new([], 0, status);

    public static WatcherState Fields<TVisitor>(scoped ref TVisitor visitor, WatcherState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var steps = value?.Steps ?? [];
        var trainingSeconds = value?.TrainingSeconds ?? 0d;
        var status = value?.Status;
        visitor.Records(1, "steps", ref steps);
        visitor.Field(2, "training_seconds", ref trainingSeconds);
        visitor.Record(3, "status", ref status);
        return TVisitor.Rebuilds ? new(steps, trainingSeconds, status!) : value!;
    }
}
