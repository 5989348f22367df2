namespace ActorIL.Cli.Tests.Traces;

/// <summary>Shares <see cref="RecordedTraces"/>.</summary>
[CollectionDefinition(RecordedTraces.Name)]
public sealed class SharesRecordedTraces : ICollectionFixture<RecordedTraces>;
