using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Policies;

/// <summary>Brings actions into their space before an environment sees them.</summary>
public static class ActionClipping
{
    /// <summary>Clips each component to a Box's bounds, in place; other spaces are left alone.</summary>
    /// <param name="space">The action space.</param>
    /// <param name="actions">Shape [rows, action size], updated.</param>
    public static void Clip(Space space, Span<float> actions)
    {
        var (low, high) = space.Match<(ReadOnlyMemory<float>, ReadOnlyMemory<float>)>(
            discrete: _ => default,
            box: box => (box.Low.Items.AsMemory(), box.High.Items.AsMemory()),
            product: _ => default
        );
        Clip(low.Span, high.Span, actions);
    }

    private static void Clip(ReadOnlySpan<float> low, ReadOnlySpan<float> high, Span<float> actions)
    {
        for (var i = 0; low.Length > 0 && i < actions.Length; i += low.Length)
        {
            for (var j = 0; j < low.Length; j++)
            {
                actions[i + j] = Math.Clamp(actions[i + j], low[j], high[j]);
            }
        }
    }
}
