namespace ActorIL.Core.Fields;

/// <summary>The one bit pattern a NaN has wherever bits are hashed or written.</summary>
public static class CanonicalNumbers
{
    /// <summary>Quiet NaN, 0x7FC00000.</summary>
    public static float NaN => BitConverter.UInt32BitsToSingle(0x7FC00000);

    public static uint Bits(float value) => float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value);

    public static ulong Bits(double value) =>
        double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToUInt64Bits(value);
}
