using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>What a checkpoint holds: tensors, and texts about them.</summary>
public sealed record CheckpointContent
{
    /// <summary>The name that the format keeps for the texts.</summary>
    public const string MetadataName = "__metadata__";

    /// <param name="tensors">In any order; kept by name.</param>
    /// <param name="metadata">Compared by their characters, whatever comparer it comes with.</param>
    /// <exception cref="ArgumentException">Two tensors have one name.</exception>
    public CheckpointContent(ImmutableArray<Tensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        Tensors = new([.. tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal)]);
        Metadata = metadata.WithComparers(StringComparer.Ordinal, StringComparer.Ordinal);
        for (var i = 1; i < Tensors.Count; i++)
        {
            if (Tensors[i].Name == Tensors[i - 1].Name)
            {
                throw new ArgumentException($"Two tensors are called {Tensors[i].Name}.");
            }
        }
    }

    /// <summary>Sorted by name.</summary>
    public EquatableArray<Tensor> Tensors { get; }

    public ImmutableSortedDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of that name, which must hold floats.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="where">The file, as the error shows it.</param>
    public Result<Tensor.Float32, Error> Floats(string name, string where)
    {
        foreach (var tensor in Tensors)
        {
            if (tensor.Name == name)
            {
                return tensor.Match(
                    Result.Success<Tensor.Float32, Error>,
                    other => OtherType(other, where),
                    other => OtherType(other, where),
                    other => OtherType(other, where)
                );
            }
        }

        return Result.Failure<Tensor.Float32, Error>(
            new(where, $"no tensor '{name}'", "a checkpoint of this policy", "Give the checkpoint that belongs to it.")
        );
    }

    /// <summary>The text of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="where">The file, as the error shows it.</param>
    public Result<string, Error> Text(string name, string where) =>
        Metadata.TryGetValue(name, out var text)
            ? Result.Success<string, Error>(text)
            : Result.Failure<string, Error>(
                new(
                    where,
                    $"no metadata '{name}'",
                    "a checkpoint of a policy",
                    "Give a checkpoint that a run has written."
                )
            );

    /// <summary>Equal tensors and equal texts.</summary>
    public bool Equals(CheckpointContent? other) =>
        other is not null && Tensors == other.Tensors && Metadata.SequenceEqual(other.Metadata);

    public override int GetHashCode() => Tensors.Count;

    private static Result<Tensor.Float32, Error> OtherType(Tensor tensor, string where) =>
        Result.Failure<Tensor.Float32, Error>(
            new(
                $"{where}, tensor {tensor.Name}",
                $"{TensorTypes.Name(tensor.Type)} numbers",
                "F32 numbers",
                "Give a checkpoint that a run has written."
            )
        );
}
