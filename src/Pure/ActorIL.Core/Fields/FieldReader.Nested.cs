namespace ActorIL.Core.Fields;

/// <summary>What a walk over a description needs, which knows no types to read nested records into.</summary>
internal ref partial struct FieldReader
{
    /// <summary>
    /// The bytes of the next nested record under this number, and where they start; false when absent.
    /// </summary>
    internal bool TryNested(int number, out ReadOnlySpan<byte> payload, out int start)
    {
        var isThere = Find(number, WireType.LengthDelimited);
        payload = isThere ? Delimited() : [];
        start = _position - payload.Length;
        return isThere && Fault is null;
    }

    /// <summary>The eight bytes under this number; false when absent.</summary>
    internal bool TryFixed64(int number, out ulong value)
    {
        var isThere = Find(number, WireType.Fixed64);
        value = isThere ? Fixed64() : 0;
        return isThere && Fault is null;
    }

    /// <summary>Passes over the unknown fields that are left; they must be well-formed.</summary>
    internal void PassRest() => Find(FieldCodec.NumberMax + 1, WireType.Varint);

    internal void Reject(FieldFault fault) => Fault ??= fault;

    internal void Reject(string found) => Fail(found);
}
