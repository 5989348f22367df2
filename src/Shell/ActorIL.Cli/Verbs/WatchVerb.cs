using System.CommandLine;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Watching;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril watch DIR`: plays an episode.</summary>
internal static class WatchVerb
{
    private const string SpeedName = "--speed";
    private const double SpeedMax = 1_000;

    private const string Notes = """
        The episode is one of the run's evaluation, simulated again from the saved policy: the same start state for
        every stage. Where the output is no terminal it is a line a step.

        """;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The run directory." };
        folder.RefuseFlags();
        var stage = new Option<string?>("--stage")
        {
            Description =
                "Whose episode: a stage, or bc or dagger for the last of these. Default: expert, or the only one.",
            HelpName = "NAME",
        };
        var episode = Flags.Count("--episode", "Index of the evaluation episode, from 0. Default: 0.", 0, 1_000_000);
        var speed = new Option<double?>(SpeedName)
        {
            Description = "How many times as fast as it happened. Default: 1.",
            HelpName = "FACTOR",
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor);
                if (isNumber && factor is > 0 and <= SpeedMax)
                {
                    return factor;
                }

                result.AddError(
                    UsageErrors.Encode(
                        new Error(SpeedName, $"\"{text}\"", "a number above 0, at most 1000", "Correct the value.")
                    )
                );
                return null;
            },
        };
        var gif = new Option<string?>("--gif")
        {
            Description = "Write an animated GIF instead, to share.",
            HelpName = "FILE",
        };
        var verb = new Verb("watch", "Plays an episode of a run's policy in the terminal, or writes it to a file.")
        {
            Notes = Notes,
            Examples = ["watch runs/cartpole-1", "watch runs/cartpole-1 --stage dagger --episode 3 --gif dagger.gif"],
            Arguments = { folder },
            Options = { stage, episode, speed, gif },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                WatchSession.Run(
                    terminal,
                    new WatchRequest(
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(stage),
                        parsed.GetValue(episode) ?? 0,
                        parsed.GetValue(speed) ?? 1,
                        parsed.GetValue(gif)
                    )
                )
        );
        return verb;
    }
}
