using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.External;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril env python`: the Python side of environments in other processes.</summary>
internal static class EnvPythonVerb
{
    private const string FileName = "--file";

    private const string Notes = """
        actoril_env.py: serves any Gymnasium environment or an own class, and runs the program's environments in Python.
        cartpole_numpy.py: an example, CartPole on arrays. minimal_env.py: an example with the standard library alone.
        PROTOCOL.md: the protocol, for other languages.

        """;

    public static Verb Create(Terminal terminal)
    {
        var file = new Option<string>(FileName)
        {
            Description = $"Which file. Default: {PythonFiles.Library}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => PythonFiles.Library,
        };
        file.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !PythonFiles.Names.Contains(token.Value))
            {
                result.AddError(UsageErrors.Encode(Unknown(token.Value)));
            }
        });
        var verb = new Verb("python", "Prints the file with which Python serves and uses environments.")
        {
            Notes = Notes,
            Examples = ["env python > actoril_env.py", "env python --file cartpole_numpy.py > cartpole_numpy.py"],
            Options = { file },
        };
        verb.SetAction(parsed =>
        {
            terminal.Out.Write(PythonFiles.Text(parsed.GetRequiredValue(file)));
            return (int)ExitCode.Success;
        });
        return verb;
    }

    private static Error Unknown(string name) =>
        new(
            FileName,
            $"\"{name}\"",
            $"one of {string.Join(", ", PythonFiles.Names)}",
            NearestName.TryFind(name, PythonFiles.Names, out var nearest) ? $"Did you mean {nearest}?" : "Correct it."
        );
}
