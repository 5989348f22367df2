using System.Diagnostics.CodeAnalysis;

namespace ActorIL.Storage.Tensors;

/// <summary>What the format says of an element type.</summary>
internal static class TensorTypes
{
    public static string Name(TensorType type) =>
        type switch
        {
            TensorType.Float32 => "F32",
            TensorType.Float64 => "F64",
            TensorType.Int64 => "I64",
            TensorType.UInt8 => "U8",
        };

    /// <summary>Bytes an element.</summary>
    public static int Size(TensorType type) =>
        type switch
        {
            TensorType.Float32 => 4,
            TensorType.Float64 => 8,
            TensorType.Int64 => 8,
            TensorType.UInt8 => 1,
        };

    public static bool TryParse(string name, [NotNullWhen(true)] out TensorType? type)
    {
        type = name switch
        {
            "F32" => TensorType.Float32,
            "F64" => TensorType.Float64,
            "I64" => TensorType.Int64,
            "U8" => TensorType.UInt8,
            _ => null,
        };
        return type is not null;
    }
}
