using System.Collections.Immutable;
using ActorIL.Cli.CommandLine;
using ActorIL.Experiments;

namespace ActorIL.Cli.Runs;

/// <summary>What was typed after `actoril resume`.</summary>
/// <param name="Folder">The run directory.</param>
/// <param name="Workers">A count or "auto"; null where the run decides.</param>
/// <param name="Host">Null where the run decides.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record ResumeRequest(string Folder, string? Workers, string? Host, bool IsJson)
{
    /// <summary>How to carry it out from here: changes no digest.</summary>
    public ImmutableArray<ConfigurationOverride> Overrides =>
        [
            .. Flags.Override(Flags.WorkersName, "run.workers", Workers),
            .. Flags.Override(Flags.HostName, "run.host", Host),
        ];
}
