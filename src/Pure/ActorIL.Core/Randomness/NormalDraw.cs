using ActorIL.Core.Mathematics;

namespace ActorIL.Core.Randomness;

/// <summary>Normal draws by index from a key.</summary>
public static class NormalDraw
{
    /// <summary>Standard normal draws.</summary>
    /// <param name="key">Source; element i depends on (key, i) alone.</param>
    /// <param name="values">Written, shape [n].</param>
    /// <remarks>Source: Box and Muller 1958, in double, rounded once to float.</remarks>
    public static void Fill(RngKey key, Span<float> values)
    {
        for (var pair = 0; pair * 2 < values.Length; pair++)
        {
            var (first, second) = Pair(key, (ulong)pair);
            values[pair * 2] = (float)first;
            if ((pair * 2) + 1 < values.Length)
            {
                values[(pair * 2) + 1] = (float)second;
            }
        }
    }

    /// <summary>Two independent standard normal doubles, |value| &lt; 8.7.</summary>
    /// <remarks>Source: Box and Muller 1958. The radius uses 1 − u, which is never zero.</remarks>
    public static (double First, double Second) Pair(RngKey key, ulong index)
    {
        var (first, second) = key.Bits(index);
        var radius = Math.Sqrt(-2.0 * Elementary.Log(1.0 - Draw.ToUnit(first)));
        var angle = 2.0 * Math.PI * Draw.ToUnit(second);
        var (sine, cosine) = Elementary.SinCos(angle);
        return (radius * cosine, radius * sine);
    }
}
