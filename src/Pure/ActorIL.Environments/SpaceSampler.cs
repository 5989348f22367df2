using System.Collections.Immutable;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments;

/// <summary>Elements of a space: drawn, as a random policy does, or at its edges.</summary>
public static class SpaceSampler
{
    // What an infinite bound counts as.
    private const float Unbounded = 1000;

    /// <summary>
    /// An element uniform in the space, shape [space.Size]; an infinite bound counts as 1,000 either way.
    /// </summary>
    public static ImmutableArray<float> Sample(Space space, RngKey key) => space.Match<ImmutableArray<float>>(
        discrete => [Draw.Index(key, index: 0, discrete.Count)],
        box => [.. Enumerable.Range(0, box.Size).Select(i => Between(box, i, Draw.UniformSingle(key, (ulong)i)))],
        product => [.. product.Parts.SelectMany((part, i) => Sample(part, key.Fold((ulong)i)))]);

    /// <summary>The element with every component least, and the one with every component greatest.</summary>
    public static (ImmutableArray<float> Low, ImmutableArray<float> High) Bounds(Space space) => (
        space.Match<ImmutableArray<float>>(
            _ => [0f],
            box => [.. Enumerable.Range(0, box.Size).Select(i => Between(box, i, fraction: 0))],
            product => [.. product.Parts.SelectMany(part => Bounds(part).Low)]),
        space.Match<ImmutableArray<float>>(
            discrete => [discrete.Count - 1],
            box => [.. Enumerable.Range(0, box.Size).Select(i => Between(box, i, fraction: 1))],
            product => [.. product.Parts.SelectMany(part => Bounds(part).High)]));

    private static float Between(Space.Box box, int index, float fraction)
    {
        var low = Math.Max(box.Low[index], Math.Min(-Unbounded, box.High[index]));
        var high = Math.Min(box.High[index], Math.Max(Unbounded, low));
        return (float)(low + (((double)high - low) * fraction));
    }
}
