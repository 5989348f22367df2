using System.Runtime.InteropServices;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments;

namespace ActorIL.Bench.Updates;

/// <summary>Actions uniform in a space, two from each word of a key's draws, without allocating.</summary>
/// <param name="space">Discrete, or a box whose bounds are finite.</param>
/// <param name="key">Source of the draws.</param>
internal sealed class RandomActions(Space space, RngKey key)
{
    private const int ChunkCount = 256;

    private readonly int _choiceCount = space.Match(
        discrete: static discrete => discrete.Count,
        box: static _ => 0,
        product: static _ => 0
    );

    private readonly ulong[] _words = new ulong[ChunkCount / 2];
    private readonly float[] _low = [.. SpaceSampler.Bounds(space).Low];
    private readonly float[] _high = [.. SpaceSampler.Bounds(space).High];

    /// <summary>One action a row.</summary>
    /// <param name="step">Which step: another one, other actions.</param>
    /// <param name="actions">Written, shape [n, action size].</param>
    public void Fill(long step, Span<float> actions)
    {
        var first = (ulong)(step * ((actions.Length + 1) / 2));
        for (var start = 0; start < actions.Length; start += ChunkCount)
        {
            var chunk = actions.Slice(start, Math.Min(ChunkCount, actions.Length - start));
            var some = _words.AsSpan(0, (chunk.Length + 1) / 2);
            RngKeys.Bits(key, first + (ulong)(start / 2), some);
            Fill(MemoryMarshal.Cast<ulong, uint>(some), start, chunk);
        }
    }

    private void Fill(ReadOnlySpan<uint> words, int start, Span<float> actions)
    {
        if (_choiceCount > 0)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                actions[i] = (int)((words[i] * (ulong)_choiceCount) >> 32);
            }

            return;
        }

        for (var i = 0; i < actions.Length; i++)
        {
            var component = (start + i) % _low.Length;
            var share = (int)(words[i] >> 8) * (1f / (1 << 24));
            actions[i] = _low[component] + ((_high[component] - _low[component]) * share);
        }
    }
}
