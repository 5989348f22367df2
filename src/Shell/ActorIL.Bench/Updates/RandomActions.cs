using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments;

namespace ActorIL.Bench.Updates;

/// <summary>Actions uniform in a space, drawn without allocating.</summary>
/// <param name="space">Discrete, or a box whose bounds are finite.</param>
/// <param name="key">Source of the draws.</param>
internal sealed class RandomActions(Space space, RngKey key)
{
    private readonly int _choiceCount = space.Match(
        discrete: static discrete => discrete.Count,
        box: static _ => 0,
        product: static _ => 0
    );

    private readonly float[] _low = [.. SpaceSampler.Bounds(space).Low];
    private readonly float[] _high = [.. SpaceSampler.Bounds(space).High];

    /// <summary>One action a row.</summary>
    /// <param name="step">Which step: another one, other actions.</param>
    /// <param name="actions">Written, shape [n, action size].</param>
    public void Fill(long step, Span<float> actions)
    {
        var first = (ulong)(step * actions.Length);
        for (var i = 0; i < actions.Length; i++)
        {
            actions[i] = One(first + (ulong)i, i % _low.Length);
        }
    }

    private float One(ulong index, int component) =>
        _choiceCount > 0
            ? Draw.Index(key, index, _choiceCount)
            : _low[component] + ((_high[component] - _low[component]) * Draw.UniformSingle(key, index));
}
