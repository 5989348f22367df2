namespace ActorIL.Actors.Traces;

/// <summary>Which case of a union some canonical bytes hold.</summary>
internal static class UnionCase
{
    private const int ContinuationBit = 0x80;
    private const int DelimitedType = 2;

    /// <summary>
    /// The number of the first field, if that is a nested record; 0 otherwise. A union has exactly one field; bytes of
    /// another record may look like one, so the number means something only where the schema says it is a case.
    /// </summary>
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        var (tag, shift) = (0L, 0);
        foreach (var next in bytes[..Math.Min(bytes.Length, 5)])
        {
            tag |= (long)(next & ~ContinuationBit & 0xFF) << shift;
            shift += 7;
            if ((next & ContinuationBit) == 0)
            {
                return (tag & 7) == DelimitedType ? (int)(tag >> 3) : 0;
            }
        }

        return 0;
    }
}
