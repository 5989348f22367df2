using System.Collections.Immutable;
using ActorIL.Cli.CommandLine;
using ActorIL.Experiments;

namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace fork`.</summary>
/// <param name="File">The parent's trace.</param>
/// <param name="At">Where to leave it.</param>
/// <param name="Workers">A count or "auto"; null where the parent decides.</param>
/// <param name="Host">Null where the parent decides.</param>
/// <param name="Settings">What --set was given, in order.</param>
/// <param name="Out">The fork's run directory; null for a new one under runs/.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record ForkRequest(
    string File,
    string At,
    string? Workers,
    string? Host,
    ImmutableArray<string> Settings,
    string? Out,
    bool IsJson
)
{
    /// <summary>Everything typed, as layers over the parent's configuration; its folder is never taken over.</summary>
    public ImmutableArray<ConfigurationOverride> Overrides =>
        [
            .. Settings.Select(setting => new ConfigurationOverride(setting, $"{Flags.SetName} {setting}")),
            .. Flags.Override(Flags.WorkersName, "run.workers", Workers),
            .. Flags.Override(Flags.HostName, "run.host", Host),
            .. Flags.Override(Flags.OutName, "run.out", Out ?? ""),
        ];
}
