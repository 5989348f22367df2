using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ActorIL.Environments.Stepping;

/// <summary>What episodes have returned up to some horizons. An episode that is over returns nothing more.</summary>
/// <param name="episodeCount">Episodes.</param>
/// <param name="horizons">Steps, ascending; may be none.</param>
internal readonly struct PrefixReturns(int episodeCount, ImmutableArray<int> horizons)
{
    private readonly double[] _returns = new double[episodeCount * horizons.Length];
    private readonly double[] _totals = new double[horizons.IsEmpty ? 0 : episodeCount];
    private readonly int[] _stepCounts = new int[horizons.IsEmpty ? 0 : episodeCount];
    private readonly int[] _reached = new int[horizons.IsEmpty ? 0 : episodeCount];

    /// <summary>Shape [episodes, horizons].</summary>
    public ImmutableArray<double> Returns => ImmutableCollectionsMarshal.AsImmutableArray(_returns);

    public void Step(int ordinal, double reward)
    {
        if (horizons.IsEmpty || _reached[ordinal] == horizons.Length)
        {
            return;
        }

        _totals[ordinal] += reward;
        _stepCounts[ordinal]++;
        if (_stepCounts[ordinal] == horizons[_reached[ordinal]])
        {
            _returns[(ordinal * horizons.Length) + _reached[ordinal]] = _totals[ordinal];
            _reached[ordinal]++;
        }
    }

    public void End(int ordinal)
    {
        for (var index = horizons.IsEmpty ? 0 : _reached[ordinal]; index < horizons.Length; index++)
        {
            _returns[(ordinal * horizons.Length) + index] = _totals[ordinal];
        }
    }
}
