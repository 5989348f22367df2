using System.Collections.Immutable;

namespace ActorIL.Algorithms.Dagger;

/// <summary>The plan of rounds: how many labels each takes and who drives.</summary>
/// <remarks>Source: Ross, Gordon and Bagnell 2011, arXiv:1011.0686, algorithm 3.1 and section 3.2 for β.</remarks>
public static class DaggerRounds
{
    /// <summary>Labels of each round, in order; cut where a reported label count would be stepped over.</summary>
    public static ImmutableArray<int> Sizes(DaggerConfig config)
    {
        var sizes = ImmutableArray.CreateBuilder<int>();
        var labelCount = 0;
        foreach (var milestone in config.LabelCounts)
        {
            while (labelCount < milestone)
            {
                var size = labelCount < config.LateFrom ? config.LabelsPerRound : config.LateLabelsPerRound;
                size = Math.Min(size, milestone - labelCount);
                sizes.Add(size);
                labelCount += size;
            }
        }

        return sizes.ToImmutable();
    }

    /// <summary>βᵢ, the probability that the expert drives a step of round <paramref name="round"/>.</summary>
    /// <param name="config">Schedule and its parameters.</param>
    /// <param name="round">Zero-based.</param>
    /// <returns>A probability in [0, 1].</returns>
    public static double Beta(DaggerConfig config, int round) =>
        config.BetaSchedule switch
        {
            BetaSchedule.Indicator => round == 0 ? 1 : 0,
            BetaSchedule.Exponential => Power(config.BetaDecay, round),
            BetaSchedule.Linear => Math.Max(0, 1 - ((double)round / config.BetaRounds)),
        };

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
