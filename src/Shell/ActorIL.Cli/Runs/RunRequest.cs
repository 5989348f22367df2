using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Experiments;

namespace ActorIL.Cli.Runs;

/// <summary>What was typed after `actoril run`.</summary>
/// <param name="File">The experiment.</param>
/// <param name="Seed">Null where the file decides.</param>
/// <param name="Workers">A count or "auto"; null where the file decides.</param>
/// <param name="Host">Null where the file decides.</param>
/// <param name="Settings">What --set was given, in order.</param>
/// <param name="Out">The run directory; null where the file decides.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record RunRequest(
    string File,
    ulong? Seed,
    string? Workers,
    string? Host,
    ImmutableArray<string> Settings,
    string? Out,
    bool IsJson
)
{
    /// <summary>One of the file's variants; null for the file as it is.</summary>
    public string? Variant { get; init; }

    /// <summary>Everything typed, as layers over the file: --set first, so that a flag of its own wins.</summary>
    public ImmutableArray<ConfigurationOverride> Overrides =>
        [
            .. Settings.Select(setting => new ConfigurationOverride(setting, $"{Flags.SetName} {setting}")),
            .. Flags.Override(Flags.SeedName, "seed", Seed?.ToString(CultureInfo.InvariantCulture)),
            .. Flags.Override(Flags.WorkersName, "run.workers", Workers),
            .. Flags.Override(Flags.HostName, "run.host", Host),
            .. Flags.Override(Flags.OutName, "run.out", Out),
        ];

    /// <summary>Where its configuration comes from.</summary>
    public ConfigurationLayers Layers(Terminal terminal) =>
        new(File, Overrides, ConfigurationFiles.Read, terminal.Environment) { Variant = Variant };
}
