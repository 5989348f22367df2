using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Perturbations;

/// <summary>A push to either side that is never too small to be felt.</summary>
internal static class SignedDraw
{
    /// <summary>Uniform between <paramref name="least"/> and <paramref name="most"/>, to either side alike.</summary>
    public static double Between(RngKey key, ulong index, double least, double most)
    {
        var draw = Draw.Uniform(key, index, -1, 1);
        var size = least + (Math.Abs(draw) * (most - least));
        return draw < 0 ? -size : size;
    }
}
