using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Core.Prelude;

namespace ActorIL.Training.Plans;

/// <summary>What the expert demonstrates and how clones learn from it.</summary>
/// <param name="Counts">Demonstrations of each student, ascending; empty for no behaviour cloning.</param>
/// <param name="StepsMax">Steps kept of each demonstration for the label-efficiency students, ≥ 1.</param>
/// <param name="FullEpisodes">Whether students of whole demonstrations form a second block.</param>
/// <param name="Student">How a clone learns.</param>
public sealed record DemonstrationPlan(
    EquatableArray<int> Counts,
    int StepsMax,
    bool FullEpisodes,
    BehaviorCloningConfig Student
);
