using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace step FILE`: walks through a run delivery by delivery, forwards and backwards.</summary>
internal static class TraceStepVerb
{
    private const string Notes =
        StepCommands.Help
        + """

            The run is computed again from the trace's manifest, so that messages and states are whole at every level.
            Commands are read line by line; they may come from a pipe. An empty line repeats `next`.

            JSON: one object a line, for each command: command, error (null or found), ordinal, key, tick, micro, from,
              to, message, cause, size, hash, and what the command asked for: step{} (as `trace show`), causes[],
              actors[] (path, state_hash)

            """;

    public static Verb Create(Terminal terminal)
    {
        var (file, json) = (TraceFlags.File(), Flags.Json());
        var verb = new Verb("step", "Walks through a run, delivery by delivery, forwards and backwards.")
        {
            Notes = Notes,
            Examples =
            [
                "trace step runs/cartpole-1/trace.mcap",
                "trace step runs/cartpole-1/trace.mcap --json < commands.txt",
            ],
            Arguments = { file },
            Options = { json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed => (int)StepSession.Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return verb;
    }
}
