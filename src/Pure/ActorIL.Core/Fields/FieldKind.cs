namespace ActorIL.Core.Fields;

/// <summary>What a field holds, as a reader without our code sees it.</summary>
public enum FieldKind
{
    Boolean,
    Int32,
    Int64,
    UInt64,
    Single,
    Double,
    Text,
    Bytes,
    Int32Array,
    Int64Array,
    SingleArray,
    DoubleArray,
    Block,
    Record,
    Records,
    Case,
}
