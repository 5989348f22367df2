using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Dagger;

/// <summary>
/// DAgger itself: every step is labelled, and the expert drives with a probability β that falls over the rounds.
/// </summary>
/// <remarks>Source: Ross, Gordon and Bagnell 2011, arXiv:1011.0686, algorithm 3.1 and section 3.2 for β.</remarks>
/// <param name="Schedule">How β falls.</param>
/// <param name="Decay">p of the exponential schedule, in [0, 1].</param>
/// <param name="RoundCount">Rounds of the linear schedule, ≥ 1.</param>
public sealed record MixtureStrategy(BetaSchedule Schedule, double Decay, int RoundCount) : IQueryStrategy
{
    public string Name => "dagger";

    /// <summary>βᵢ, the probability that the expert drives a step of round <paramref name="round"/>.</summary>
    /// <param name="round">Zero-based.</param>
    /// <returns>A probability in [0, 1].</returns>
    public double Beta(int round) =>
        Schedule switch
        {
            BetaSchedule.Indicator => round == 0 ? 1 : 0,
            BetaSchedule.Exponential => Power(Decay, round),
            BetaSchedule.Linear => Math.Max(0, 1 - ((double)round / RoundCount)),
        };

    public QueryDecision Decide(in QuerySituation situation, Span<float> memory) =>
        new(ExpertDrives: situation.Coin < Beta(situation.Round), IsLabelled: true);

    private static double Power(double factor, int exponent)
    {
        var power = 1.0;
        for (var i = 0; i < exponent; i++)
        {
            power *= factor;
        }

        return power;
    }
}
