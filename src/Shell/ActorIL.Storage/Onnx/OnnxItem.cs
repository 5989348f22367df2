namespace ActorIL.Storage.Onnx;

/// <summary>What the items of a tensor are.</summary>
public enum OnnxItem
{
    /// <summary>Floats of 32 bits.</summary>
    Single,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64,
}
