using System.Runtime.InteropServices;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Keeps the scores only, the outcomes where the environment has them, and the returns up to the budget's horizons.
/// </summary>
internal readonly struct ResultSink(EpisodeBudget budget, bool hasOutcomes) : IEpisodeSink
{
    private readonly double[] _returns = new double[budget.EpisodeCount];
    private readonly int[] _stepCounts = new int[budget.EpisodeCount];
    private readonly byte[] _endings = new byte[budget.EpisodeCount];
    private readonly byte[] _outcomes = new byte[hasOutcomes ? budget.EpisodeCount : 0];

    private readonly PrefixReturns _prefixes = new(budget.EpisodeCount, budget.Horizons.Items);

    public EpisodeResults Results =>
        new(
            budget.FirstEpisode,
            ImmutableCollectionsMarshal.AsImmutableArray(_returns),
            ImmutableCollectionsMarshal.AsImmutableArray(_stepCounts),
            ImmutableCollectionsMarshal.AsImmutableArray(_endings),
            ImmutableCollectionsMarshal.AsImmutableArray(_outcomes),
            _prefixes.Returns
        );

    public void Step(int ordinal, ReadOnlySpan<float> observation, ReadOnlySpan<float> action, double reward) =>
        _prefixes.Step(ordinal, reward);

    public void End(int ordinal, ReadOnlySpan<float> finalObservation, Ending ending, double total, int stepCount)
    {
        (_returns[ordinal], _stepCounts[ordinal], _endings[ordinal]) = (total, stepCount, (byte)ending);
        _prefixes.End(ordinal);
    }

    public void Judge(int ordinal, Outcome outcome) => _outcomes[ordinal] = (byte)outcome;
}
