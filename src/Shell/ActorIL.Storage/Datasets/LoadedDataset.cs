using System.Collections.Immutable;

namespace ActorIL.Storage.Datasets;

/// <summary>A data set from the disk.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Arrays">As they are there.</param>
/// <param name="Content">What they mean.</param>
/// <param name="Described">What the sidecar says; null where there is none of this format.</param>
public sealed record LoadedDataset(
    string Path,
    ImmutableArray<LoadedArray> Arrays,
    DatasetContent Content,
    DescribedDataset? Described
)
{
    /// <summary>The hash of the arrays as they are.</summary>
    public string ContentHash { get; } = DatasetArrays.Hash(Arrays);

    /// <summary>The sidecar; null where there is none.</summary>
    public DatasetSidecar? Sidecar => Described?.Sidecar;
}
