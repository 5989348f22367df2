using System.Numerics;

namespace ActorIL.Storage.TensorBoard;

/// <summary>The checksum of records that TensorBoard reads: CRC-32C, masked.</summary>
internal static class Crc32C
{
    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>CRC-32C (Castagnoli).</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var state = uint.MaxValue;
        foreach (var value in bytes)
        {
            state = BitOperations.Crc32C(state, value);
        }

        return ~state;
    }

    /// <summary>The checksum as it is stored: turned and shifted, so that sums of sums stay good.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) =>
        unchecked(BitOperations.RotateRight(Of(bytes), 15) + MaskDelta);
}
