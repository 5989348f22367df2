namespace ActorIL.Core.Fields;

/// <summary>The wire types of Protocol Buffers used here, with their numbers on the wire.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    LengthDelimited = 2,
    Fixed32 = 5,
}
