using ActorIL.Environments;
using ActorIL.Environments.Combinators;
using ActorIL.Plugins;

namespace Maze;

/// <summary>What this library brings to <c>actoril</c>: its name, its version, and its entries.</summary>
public sealed class MazePlugin : IPlugin
{
    public string Name => "Maze";

    public string Version => "1.0.0";

    public PluginEntries Entries =>
        PluginEntries.None with
        {
            Environments =
            [
                EnvironmentEntry.Of(
                    TimeLimit<MazeEnvironment, MazeEnvironment.Params, MazeEnvironment.State>.TypedModule(
                        "Maze-v0",
                        "Find the way through a maze in which steps slip.",
                        new(Slip: 0.1),
                        stepCountMax: 100
                    ),
                    static (parameters, entry) => entry.WithController("shortest-path", new MazeExpert(parameters.Inner))
                ),
            ],
        };
}
