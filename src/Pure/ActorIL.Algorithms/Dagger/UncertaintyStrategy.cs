using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Dagger;

/// <summary>
/// An ensemble that asks where it disagrees with itself: the expert drives and labels a step whose uncertainty is above
/// a threshold, as long as the episode's budget lasts.
/// </summary>
/// <remarks>
/// Source: Menda, Driggs-Campbell and Kochenderfer 2019, arXiv:1807.08364, the doubt rule; its discrepancy rule needs
/// the expert's action at every step and is left out, since each of them would be a query.
/// </remarks>
/// <param name="EnsembleSize">Students, ≥ 2.</param>
/// <param name="Threshold">Uncertainty above which the expert is asked, ≥ 0.</param>
/// <param name="LabelsPerEpisode">Most labels an episode, ≥ 1.</param>
public sealed record UncertaintyStrategy(int EnsembleSize, double Threshold, int LabelsPerEpisode) : IQueryStrategy
{
    public string Name => "ensemble-dagger";

    public QueryDecision Decide(in QuerySituation situation, Span<float> memory)
    {
        var asks = situation.Uncertainty > Threshold && situation.LabelCount < LabelsPerEpisode;
        return new(ExpertDrives: asks, IsLabelled: asks);
    }
}
