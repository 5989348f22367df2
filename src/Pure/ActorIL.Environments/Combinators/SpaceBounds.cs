using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Combinators;

/// <summary>The bounds of a space, component by component.</summary>
internal static class SpaceBounds
{
    /// <summary>Lower and upper bounds, shape [size] each; those of a product are infinite.</summary>
    public static (float[] Low, float[] High) Of(Space space) =>
        space.Match<(float[], float[])>(
            discrete: discrete => ([0], [discrete.Count - 1]),
            box: box => ([.. box.Low], [.. box.High]),
            product: _ =>
                (
                    [.. Enumerable.Repeat(float.NegativeInfinity, space.Size)],
                    [.. Enumerable.Repeat(float.PositiveInfinity, space.Size)]
                )
        );
}
