namespace ActorIL.Storage.Datasets;

/// <summary>What a sidecar says.</summary>
/// <param name="Sidecar">Of the data set.</param>
/// <param name="ContentHash">Of its arrays.</param>
public sealed record DescribedDataset(DatasetSidecar Sidecar, string ContentHash);
