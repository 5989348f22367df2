using ActorIL.Core.Fields;

namespace ActorIL.Cli.Runs;

/// <summary>How far a stage has come, as its next metric rows say.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="StepCount">Environment steps, or labels.</param>
internal sealed record StageSteps(string Stage, long StepCount) : IFields<StageSteps>
{
    public static TypeName Name => new("watcher.stage-steps", 1);

    public static StageSteps Fields<TVisitor>(scoped ref TVisitor visitor, StageSteps? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stage = value?.Stage ?? "";
        var stepCount = value?.StepCount ?? 0L;
        visitor.Field(1, "stage", ref stage);
        visitor.Field(2, "step_count", ref stepCount);
        return TVisitor.Rebuilds ? new(stage, stepCount) : value!;
    }
}
