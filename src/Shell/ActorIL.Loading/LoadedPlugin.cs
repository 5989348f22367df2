using ActorIL.Core.Prelude;
using ActorIL.Plugins;

namespace ActorIL.Loading;

/// <summary>A plug-in that was loaded and has listed what it brings.</summary>
/// <param name="Plugin">The plug-in.</param>
/// <param name="Identity">Which one it is.</param>
/// <param name="Path">Its file.</param>
/// <param name="AmbientCalls">Uses of what makes runs differ, in the order of its code; empty for most.</param>
public sealed record LoadedPlugin(
    IPlugin Plugin,
    PluginIdentity Identity,
    PluginPath Path,
    EquatableArray<AmbientCall> AmbientCalls
)
{
    private const int ShownCountMax = 5;

    /// <summary>Whether it takes part in what a run computes; one that brings hosts alone does not.</summary>
    public bool IsComputing => Plugin.Entries != PluginEntries.None with { Hosts = Plugin.Entries.Hosts };

    /// <summary>Why a run should not use it, or null: it computes with what makes runs differ.</summary>
    /// <param name="allowFlag">The flag that lets it all the same.</param>
    public Error? AmbientProblem(string allowFlag) =>
        AmbientCalls.Count == 0 || !IsComputing
            ? null
            : new(
                Path.AsTyped,
                Shown(),
                $"results that depend on arguments alone (for {AmbientCalls[0].Used}: {AmbientCalls[0].Wanted})",
                $"Correct the plug-in {Identity.Name}; {allowFlag} uses it as it is, and runs may not repeat."
            );

    private string Shown()
    {
        var shown = string.Join(", ", AmbientCalls.Take(ShownCountMax));
        var rest = AmbientCalls.Count - ShownCountMax;
        return rest > 0 ? FormattableString.Invariant($"{shown} and {rest} more") : shown;
    }
}
