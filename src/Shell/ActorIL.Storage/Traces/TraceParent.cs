using System.Collections.Immutable;

namespace ActorIL.Storage.Traces;

/// <summary>Where a fork began.</summary>
/// <param name="Trace">The parent's trace, as it was named.</param>
/// <param name="ManifestHash">SHA-256 of the parent's manifest, hexadecimal.</param>
/// <param name="Ordinal">The last delivery the two have in common.</param>
/// <param name="Configuration">The parent's resolved configuration.</param>
/// <param name="Changes">The keys that were set, ascending.</param>
public sealed record TraceParent(
    string Trace,
    string ManifestHash,
    long Ordinal,
    string Configuration,
    ImmutableArray<string> Changes
);
