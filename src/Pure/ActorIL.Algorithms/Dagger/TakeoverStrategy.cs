using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Dagger;

/// <summary>
/// A human who watches and takes the wheel: from the moment danger reaches one threshold until it has fallen to
/// another. Between the two everything stays as it is, so that the wheel does not change hands in every step. Only what
/// the human drives is labelled.
/// </summary>
/// <remarks>
/// Source: Kelly, Sidrane, Driggs-Campbell and Kochenderfer 2019 (HG-DAgger), arXiv:1810.02890. The human is simulated
/// by the environment's measure of danger; watching costs no labels.
/// </remarks>
/// <param name="Engage">Danger from which the human drives.</param>
/// <param name="Release">Danger at which the human lets go, less than <paramref name="Engage"/>.</param>
public sealed record TakeoverStrategy(double Engage, double Release) : IQueryStrategy
{
    public string Name => "hg-dagger";

    /// <summary>Whether the human drives.</summary>
    public int MemorySize => 1;

    public QueryDecision Decide(in QuerySituation situation, Span<float> memory)
    {
        var drives = memory[0] > 0 ? !(situation.Danger <= Release) : !(situation.Danger < Engage);
        memory[0] = drives ? 1 : 0;
        return new(ExpertDrives: drives, IsLabelled: drives);
    }
}
