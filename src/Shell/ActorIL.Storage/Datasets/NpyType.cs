namespace ActorIL.Storage.Datasets;

/// <summary>What the items of an array file are; all little-endian.</summary>
public enum NpyType
{
    /// <summary>Floats of 32 bits.</summary>
    Single,

    /// <summary>Floats of 64 bits.</summary>
    Double,

    /// <summary>Whole numbers of 32 bits.</summary>
    Int32,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64,

    /// <summary>Whole numbers of 64 bits without a sign.</summary>
    UInt64,

    /// <summary>Whole numbers of 8 bits without a sign.</summary>
    Byte,

    /// <summary>Truth values of 8 bits.</summary>
    Boolean,
}
