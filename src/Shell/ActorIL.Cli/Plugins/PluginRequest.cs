using System.Collections.Immutable;

namespace ActorIL.Cli.Plugins;

/// <summary>What was typed about plug-ins.</summary>
/// <param name="Paths">In the order typed.</param>
/// <param name="AllowsAmbientCalls">Whether plug-ins that call clocks and the like are used.</param>
/// <param name="AllowsMismatch">Whether other plug-ins than the run's own are used.</param>
internal sealed record PluginRequest(ImmutableArray<string> Paths, bool AllowsAmbientCalls, bool AllowsMismatch)
{
    /// <summary>Nothing was.</summary>
    public static PluginRequest None { get; } = new([], AllowsAmbientCalls: false, AllowsMismatch: false);
}
