using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorIL.Cli.CommandLine;

/// <summary>Help that ends with notes and examples, at a fixed width so that it reads the same everywhere.</summary>
internal sealed class VerbHelp : SynchronousCommandLineAction
{
    private const int Width = 110;
    private readonly HelpAction _help = new() { MaxWidth = Width };

    public override bool ClearsParseErrors => true;

    /// <summary>The flag, for the program and all its verbs.</summary>
    public static Option Option() => new HelpOption("--help", "-h") { Action = new VerbHelp() };

    public override int Invoke(ParseResult parseResult)
    {
        _ = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            parseResult.InvocationConfiguration.Output.Write(Ending(verb));
        }

        return (int)ExitCode.Success;
    }

    private static string Ending(Verb verb)
    {
        var notes = verb.Notes.Length > 0 ? verb.Notes + "\n" : "";
        var examples = verb.Examples.Select(example => $"  {CommandTree.ProgramName} {example}\n");
        return $"{notes}Examples:\n{string.Concat(examples)}";
    }
}
