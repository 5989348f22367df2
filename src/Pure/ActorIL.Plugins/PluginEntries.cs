using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;

namespace ActorIL.Plugins;

/// <summary>What a plug-in brings, each kind in the order it is listed.</summary>
public sealed record PluginEntries
{
    /// <summary>Nothing.</summary>
    public static PluginEntries None { get; } = new();

    /// <summary>Environments, by the names that <c>environment.name</c> has for them.</summary>
    public EquatableArray<EnvironmentEntry> Environments { get; init; } = [];

    /// <summary>Hosts, by the names that <c>host</c> has for them.</summary>
    public EquatableArray<HostEntry> Hosts { get; init; } = [];

    /// <summary>Algorithms that train experts, by the names that <c>expert.kind</c> has for them.</summary>
    public EquatableArray<AlgorithmEntry> Algorithms { get; init; } = [];

    /// <summary>Ways to ask the expert, by the names that a student's <c>algorithm</c> has for them.</summary>
    public EquatableArray<QueryStrategyEntry> QueryStrategies { get; init; } = [];
}
