using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Coordination;

/// <summary>A stage of a run as far as it has come.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Algorithm">"ppo", "scripted", "bc", "dagger", that of a student, "gail" or "constant-reward".</param>
/// <param name="Selected">"final" or "validation".</param>
/// <param name="Cost">What it took so far.</param>
/// <param name="Policy">What came of it; null until then.</param>
/// <param name="Results">Its evaluation; null until then.</param>
public sealed record StageRecord(
    string Stage,
    string Algorithm,
    string Selected,
    StageCost Cost,
    PolicySource? Policy,
    EpisodeResults? Results
) : IFields<StageRecord>
{
    public static TypeName Name => new("stage-record", 1);

    public static StageRecord Fields<TVisitor>(scoped ref TVisitor visitor, StageRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stage = value?.Stage ?? "";
        var algorithm = value?.Algorithm ?? "";
        var selected = value?.Selected ?? "";
        var cost = value?.Cost;
        var policy = value?.Policy;
        var results = value?.Results;
        visitor.Field(1, "stage", ref stage);
        visitor.Field(2, "algorithm", ref algorithm);
        visitor.Field(3, "selected", ref selected);
        visitor.Record(4, "cost", ref cost);
        visitor.Record(5, "policy", ref policy);
        visitor.Record(6, "results", ref results);
        return TVisitor.Rebuilds ? new(stage, algorithm, selected, cost!, policy, results) : value!;
    }
}
