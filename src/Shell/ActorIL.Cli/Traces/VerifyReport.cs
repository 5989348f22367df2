using System.Collections.Immutable;
using ActorIL.Cli.Plugins;

namespace ActorIL.Cli.Traces;

/// <summary>What came of holding a run against its trace.</summary>
/// <param name="Deliveries">Deliveries computed again.</param>
/// <param name="Digest">The digest of the run as it was computed now; empty where it was not finished.</param>
/// <param name="Divergence">The first difference, or null.</param>
internal sealed record VerifyReport(long Deliveries, string Digest, DivergenceReport? Divergence)
{
    /// <summary>Plug-ins of the run whose files are others now.</summary>
    public ImmutableArray<ChangedPlugin> ChangedPlugins { get; init; } = [];
}
