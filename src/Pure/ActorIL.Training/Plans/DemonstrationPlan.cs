using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Core.Prelude;

namespace ActorIL.Training.Plans;

/// <summary>What the expert demonstrates and how clones learn from it.</summary>
/// <param name="Counts">Demonstrations of each student, ascending; empty for no students of the expert's.</param>
/// <param name="StepsMax">Steps kept of each demonstration for the label-efficiency students, ≥ 1.</param>
/// <param name="FullEpisodes">Whether students of whole demonstrations form a second block.</param>
/// <param name="Student">How a clone learns.</param>
public sealed record DemonstrationPlan(
    EquatableArray<int> Counts,
    int StepsMax,
    bool FullEpisodes,
    BehaviorCloningConfig Student
)
{
    /// <summary>Whether the label-efficiency students are trained.</summary>
    public bool CutEpisodes { get; init; } = true;

    /// <summary>Whole demonstrations that are recorded at least, whoever learns from them, ≥ 0.</summary>
    public int RecordedEpisodes { get; init; }

    /// <summary>Whether the expert samples its actions where it demonstrates, instead of taking its modes.</summary>
    public bool Samples { get; init; }

    /// <summary>Whether a clone learns from <see cref="RunInputs.Demonstrations"/>.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Cut demonstrations that are asked for; 0 for none.</summary>
    public int CutCount => CutEpisodes && Counts.Count > 0 ? Counts[^1] : 0;

    /// <summary>Whole demonstrations that are asked for; 0 for none.</summary>
    public int FullCount => Math.Max(RecordedEpisodes, FullEpisodes && Counts.Count > 0 ? Counts[^1] : 0);

    /// <summary>The clones of whole demonstrations, or of cut ones, by how many each learns from.</summary>
    /// <param name="full">Which of the two.</param>
    public EquatableArray<int> ClonesOf(bool full) => (full ? FullEpisodes : CutEpisodes) ? Counts : [];
}
