using System.Runtime.InteropServices;
using ActorIL.Numerics.Heads;

namespace ActorIL.Algorithms.Policies;

/// <summary>The most probable choices as actions.</summary>
internal static class PolicyModes
{
    /// <param name="categoryCount">C, ≥ 1.</param>
    /// <param name="scores">Logits or probabilities, shape [n, C].</param>
    /// <param name="actions">Written, shape [n]: indices.</param>
    public static void Write(int categoryCount, ReadOnlySpan<float> scores, Span<float> actions)
    {
        // The indices are found in the memory of the actions, and each is then written over by itself as a float.
        var modes = MemoryMarshal.Cast<float, int>(actions);
        CategoricalHead.Mode(categoryCount, scores, modes);
        for (var i = 0; i < modes.Length; i++)
        {
            actions[i] = modes[i];
        }
    }
}
