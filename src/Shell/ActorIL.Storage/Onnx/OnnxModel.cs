using System.Collections.Immutable;

namespace ActorIL.Storage.Onnx;

/// <summary>A computation that other runtimes carry out: https://onnx.ai/onnx/repo-docs/IR.html</summary>
public sealed record OnnxModel
{
    /// <summary>Version of the file format, ONNX 1.12: what every runtime since 2022 reads.</summary>
    public const long FormatVersion = 8;

    /// <summary>Version of the operators.</summary>
    public const long OperatorVersion = 17;

    /// <summary>What it computes.</summary>
    public required string Name { get; init; }

    /// <summary>The program's version.</summary>
    public required string ProducerVersion { get; init; }

    public required ImmutableArray<OnnxPort> Inputs { get; init; }

    public required ImmutableArray<OnnxPort> Outputs { get; init; }

    /// <summary>Each after those whose outputs it takes.</summary>
    public required ImmutableArray<OnnxNode> Nodes { get; init; }

    public required ImmutableArray<OnnxTensor> Tensors { get; init; }

    /// <summary>Texts that travel with it.</summary>
    public required ImmutableSortedDictionary<string, string> Metadata { get; init; }
}
