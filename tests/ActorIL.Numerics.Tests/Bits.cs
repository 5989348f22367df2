namespace ActorIL.Numerics.Tests;

/// <summary>Equality of floats by their bits: 0 and -0 differ, a NaN equals itself.</summary>
internal static class Bits
{
    public static void Equal(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                Assert.Fail(
                    FormattableString.Invariant($"Element {i}: expected {expected[i]:R}, found {actual[i]:R}.")
                );
            }
        }
    }
}
