using System.Collections.Immutable;

namespace ActorIL.Storage.Onnx;

/// <summary>One operation.</summary>
/// <param name="Operation">Its name in the operator set, such as Gemm.</param>
/// <param name="Inputs">Names of what it takes, in order.</param>
/// <param name="Output">The name of what it gives.</param>
/// <param name="Attributes">What chooses its form.</param>
public sealed record OnnxNode(
    string Operation,
    ImmutableArray<string> Inputs,
    string Output,
    ImmutableArray<OnnxSetting> Attributes
);
