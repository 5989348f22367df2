using ActorIL.Environments;
using ActorIL.Environments.Combinators;
using ActorIL.Plugins;

namespace Maze;

/// <summary>What this library brings to <c>actoril</c>: its name, its version, and its entries.</summary>
public sealed class MazePlugin : IPlugin
{
    public string Name => "maze";

    public string Version => "1.0.0";

    public PluginEntries Entries => PluginEntries.None with { Environments = [Entry] };

    private static EnvironmentEntry Entry =>
        EnvironmentEntry.Of(
            TimeLimit<MazeEnvironment, MazeEnvironment.Params, MazeEnvironment.State>.TypedModule(
                "Maze-v0",
                "Find the goal among walls, although steps slip.",
                new(Slip: 0.1),
                stepCountMax: 100
            ),
            static (parameters, entry) => entry.WithController("shortest-path", new MazeExpert(parameters.Inner))
        );
}
