using ActorIL.Core.Randomness;

namespace ActorIL.Numerics.Tests;

/// <summary>Floats that depend on a seed alone: signed, of mixed magnitude, some of them 0.</summary>
internal static class RandomFloats
{
    public static float[] Of(ulong seed, string purpose, int count)
    {
        var key = RngKey.Root(seed).Fold(purpose);
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            var magnitude = Draw.UniformSingle(key, (ulong)(3 * i)) < 0.1f ? 100f : 1f;
            var zero = Draw.UniformSingle(key, (ulong)((3 * i) + 1)) < 0.05f;
            values[i] = zero ? 0f : magnitude * ((2f * Draw.UniformSingle(key, (ulong)((3 * i) + 2))) - 1f);
        }

        return values;
    }

    /// <summary>An integer in [minimum, maximum].</summary>
    public static int Integer(ulong seed, string purpose, int minimum, int maximum) =>
        minimum + Draw.Index(RngKey.Root(seed).Fold(purpose), 0, maximum - minimum + 1);
}
