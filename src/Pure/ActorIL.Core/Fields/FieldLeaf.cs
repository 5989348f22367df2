namespace ActorIL.Core.Fields;

/// <summary>One number, text or mark inside a decoded value.</summary>
/// <param name="Path">Where it stands, as <see cref="FieldPath"/> finds it.</param>
/// <param name="Text">As it is read: floats in the shortest form that reads back.</param>
/// <param name="Bits">The bits of a float or double; 0 for anything else.</param>
/// <param name="Width">32 for a float, 64 for a double, 0 for anything else.</param>
public readonly record struct FieldLeaf(string Path, string Text, ulong Bits, int Width)
{
    /// <summary>
    /// Units in the last place between two floats of one width; null where these are none, or one is no number.
    /// </summary>
    public static long? UlpsBetween(in FieldLeaf one, in FieldLeaf other) =>
        one.Width == 0 || one.Width != other.Width || IsNaN(in one) || IsNaN(in other)
            ? null
            : Math.Abs(Ordered(in one) - Ordered(in other));

    private static bool IsNaN(in FieldLeaf leaf) =>
        leaf.Width == 32
            ? float.IsNaN(BitConverter.UInt32BitsToSingle((uint)leaf.Bits))
            : double.IsNaN(BitConverter.UInt64BitsToDouble(leaf.Bits));

    // The floats of one width in ascending order, as whole numbers: both zeros are 0.
    private static long Ordered(in FieldLeaf leaf)
    {
        var sign = leaf.Width == 32 ? 0x8000_0000UL : 0x8000_0000_0000_0000UL;
        var magnitude = unchecked((long)(leaf.Bits & (sign - 1)));
        return (leaf.Bits & sign) == 0 ? magnitude : -magnitude;
    }
}
