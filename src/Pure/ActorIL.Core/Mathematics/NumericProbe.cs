using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;

namespace ActorIL.Core.Mathematics;

/// <summary>
/// A fingerprint of this program's arithmetic: the strict elementary functions and a fused sum over a fixed set of
/// arguments. Two programs whose fingerprints differ may give different bits for the same run.
/// </summary>
internal static class NumericProbe
{
    private const int ArgumentCount = 257;

    /// <summary>The hash of all values, the same on every machine for one version of the functions.</summary>
    public static HashChain Digest()
    {
        var chain = HashChain.Empty;
        var sum = 0f;
        for (var i = 0; i < ArgumentCount; i++)
        {
            var x = (i - (ArgumentCount / 2)) * 0.0625f;
            var positive = Math.Abs(x) + 0.03125f;
            sum = MathF.FusedMultiplyAdd(x, positive, sum);
            chain = chain
                .Append(Word(Elementary.Exp(x), Elementary.Log(positive)))
                .Append(Word(Elementary.Tanh(x), Elementary.Sigmoid(x)))
                .Append(Word(Elementary.Softplus(x), Elementary.Erf(x)))
                .Append(Word(Elementary.Sin(x), Elementary.Cos(x)))
                .Append(CanonicalNumbers.Bits(Elementary.Sin((double)x)))
                .Append(CanonicalNumbers.Bits(Elementary.Cos((double)x)))
                .Append(CanonicalNumbers.Bits(sum));
        }

        return chain;
    }

    private static ulong Word(float high, float low) =>
        ((ulong)CanonicalNumbers.Bits(high) << 32) | CanonicalNumbers.Bits(low);
}
