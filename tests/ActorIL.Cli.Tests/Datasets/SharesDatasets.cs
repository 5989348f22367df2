namespace ActorIL.Cli.Tests.Datasets;

/// <summary>The classes that look at the same data sets.</summary>
[CollectionDefinition(Name)]
public sealed class SharesDatasets : ICollectionFixture<RecordedDatasets>
{
    public const string Name = "recorded datasets";
}
