using ActorIL.Core.Experience;

namespace ActorIL.Core.Contracts;

/// <summary>
/// Decides, step by step, who drives and what the expert is asked: what the members of the DAgger family differ in. A
/// pure function of what it is shown and of its memory, so that a run repeats it bit for bit; a record, so that plans
/// compare.
/// </summary>
public interface IQueryStrategy
{
    /// <summary>Short name for tables, such as "dagger".</summary>
    string Name { get; }

    /// <summary>Students trained side by side, ≥ 1; their disagreement is the uncertainty a strategy sees.</summary>
    int EnsembleSize => 1;

    /// <summary>Floats it keeps between two steps of an episode, all zero at its start.</summary>
    int MemorySize => 0;

    /// <param name="situation">What is known before the step.</param>
    /// <param name="memory">Shape [<see cref="MemorySize"/>], updated.</param>
    QueryDecision Decide(in QuerySituation situation, Span<float> memory);
}
