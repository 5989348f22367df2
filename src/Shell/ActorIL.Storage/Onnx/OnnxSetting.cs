namespace ActorIL.Storage.Onnx;

/// <summary>A number that chooses the form of an operation.</summary>
/// <param name="Name">Its name in the operator set, such as axis.</param>
/// <param name="Whole">Its value, where it is a whole number.</param>
/// <param name="Real">Its value, where it is a float; null for a whole number.</param>
public sealed record OnnxSetting(string Name, long Whole, float? Real = null);
