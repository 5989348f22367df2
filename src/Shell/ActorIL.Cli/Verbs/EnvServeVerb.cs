using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril env serve`: an environment for a program in another language.</summary>
internal static class EnvServeVerb
{
    private const string GymnasiumName = "--gymnasium-seeds";

    private const string Notes = """
        Speaks a protocol on its standard input and output, and ends when its input ends: `actoril env python` prints a
        client for Python, `actoril env python --file PROTOCOL.md` the protocol. An episode is a function of its seed.

        """;

    /// <param name="terminal">Where errors go; the standard streams themselves carry the protocol.</param>
    /// <param name="name">The argument for the environment.</param>
    public static Verb Create(Terminal terminal, Argument<string> name)
    {
        var set = Set();
        var gymnasium = new Option<bool>(GymnasiumName)
        {
            Description = "Draw start states as Gymnasium draws them from the same seed.",
        };
        var verb = new Verb("serve", "Serves an environment to a program that starts this one.")
        {
            Notes = Notes,
            Examples = ["env serve CartPole-v1", "env serve Pendulum-v1 --set gravity=9.81"],
            Arguments = { name },
            Options = { set, gymnasium },
            Plugins = PluginUse.Shown,
        };
        verb.SetAction(parsed =>
            (int)
                EnvironmentServing.Run(
                    terminal,
                    parsed.GetRequiredValue(name),
                    [.. (parsed.GetValue(set) ?? []).Select(Setting)],
                    parsed.GetValue(gymnasium)
                )
        );
        return verb;
    }

    private static Option<string[]> Set()
    {
        var set = new Option<string[]>(Flags.SetName)
        {
            Description = "Set a parameter of the environment. May be repeated; the last one wins.",
            HelpName = "NAME=VALUE",
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.IndexOf('=') < 1))
            {
                result.AddError(UsageErrors.Encode(NoSetting(token)));
            }
        });
        return set;
    }

    private static Error NoSetting(Token token) =>
        new(Flags.SetName, $"\"{token.Value}\"", "NAME=VALUE", "Name the parameter and its value.");

    private static ParameterSetting Setting(string text)
    {
        var place = text.IndexOf('=');
        return new(text[..place].Trim(), text[(place + 1)..].Trim());
    }
}
