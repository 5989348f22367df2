using System.Runtime.InteropServices;

namespace ActorIL.Storage.Datasets;

/// <summary>Compares numbers by their bits: NaN is itself, and 0 is not -0.</summary>
public static class SameBits
{
    public static bool Of<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged => MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));
}
