using System.Collections.Immutable;
using ActorIL.Actors.Exploration;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Experiments;

namespace ActorIL.Cli.Simulation;

/// <summary>What was typed after `actoril simulate`.</summary>
/// <param name="File">The experiment.</param>
/// <param name="Settings">What --set was given, in order.</param>
/// <param name="Seed">Of the exploration.</param>
/// <param name="SimulationCount">How many simulations, ≥ 1.</param>
/// <param name="Faults">Which kinds may be among them.</param>
/// <param name="Replay">The one to repeat; null to draw them.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record SimulationRequest(
    string File,
    ImmutableArray<string> Settings,
    ulong Seed,
    int SimulationCount,
    FaultSelection Faults,
    Scenario? Replay,
    bool IsJson
)
{
    /// <summary>Everything typed, as layers over the file.</summary>
    public ImmutableArray<ConfigurationOverride> Overrides =>
        [.. Settings.Select(setting => new ConfigurationOverride(setting, $"{Flags.SetName} {setting}"))];

    /// <summary>The command that repeats one simulation of this experiment.</summary>
    public string CommandOf(Scenario scenario)
    {
        IEnumerable<string> words =
        [
            CommandTree.ProgramName,
            "simulate",
            ShellText.Quote(File),
            .. Settings.Select(setting => $"{Flags.SetName} {ShellText.Quote(setting)}"),
            $"{SimulationFlags.ReplayName} {ShellText.Quote(ScenarioText.Write(scenario))}",
        ];
        return string.Join(' ', words);
    }
}
