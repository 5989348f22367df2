using System.Collections.Immutable;
using ActorIL.Storage.Traces.Differences;

namespace ActorIL.Cli.Traces;

/// <summary>How two traces differ.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Configuration">Keys that differ.</param>
/// <param name="Manifest">What else of the manifests differs.</param>
/// <param name="Found">How what they say of their runs differs.</param>
internal sealed record DiffReport(
    DiffRequest Request,
    ImmutableArray<NamedDifference> Configuration,
    ImmutableArray<NamedDifference> Manifest,
    TraceDifference Found
);
