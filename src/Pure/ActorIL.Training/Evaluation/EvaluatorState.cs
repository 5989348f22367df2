using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Evaluation;

/// <summary>The evaluator between messages.</summary>
/// <param name="JobCount">Evaluations so far.</param>
/// <param name="Jobs">Those under way, oldest first.</param>
internal sealed record EvaluatorState(long JobCount, ImmutableArray<EvaluationJob> Jobs) : IFields<EvaluatorState>
{
    public static TypeName Name => new("evaluator-state", 1);

    public static EvaluatorState Fields<TVisitor>(scoped ref TVisitor visitor, EvaluatorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var jobCount = value?.JobCount ?? 0L;
        var jobs = value?.Jobs ?? [];
        visitor.Field(1, "job_count", ref jobCount);
        visitor.Records(2, "jobs", ref jobs);
        return TVisitor.Rebuilds ? new(jobCount, jobs) : value!;
    }
}
