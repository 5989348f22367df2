namespace ActorIL.Storage.Tensors;

/// <summary>The element types that are written and read, of those the safetensors format knows.</summary>
public enum TensorType
{
    /// <summary>F32.</summary>
    Float32,

    /// <summary>F64.</summary>
    Float64,

    /// <summary>I64.</summary>
    Int64,

    /// <summary>U8.</summary>
    UInt8,
}
