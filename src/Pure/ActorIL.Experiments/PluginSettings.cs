using System.Collections.Immutable;

namespace ActorIL.Experiments;

/// <summary>Which plug-ins a configuration wants.</summary>
/// <param name="Plugins">In the order they are stated.</param>
/// <param name="AllowsAmbientCalls">Whether those that call clocks and the like are used all the same.</param>
public sealed record PluginSettings(ImmutableArray<PluginReference> Plugins, bool AllowsAmbientCalls);
