using System.CommandLine;
using System.CommandLine.Invocation;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.CommandLine;

/// <summary>
/// The program as a function of its arguments. The parsing library's own ways of ending (exit code 1 for a mistyped
/// flag, help on the output, a stack trace, a kill two seconds after Ctrl-C) are all replaced here.
/// </summary>
internal static class ActorIlProgram
{
    public static ExitCode Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var parsed = CommandTree
            .Build(terminal)
            .Parse(
                arguments,
                new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false }
            );
        if (parsed.Action is ParseErrorAction)
        {
            return UsageErrors.Write(terminal, parsed);
        }

        try
        {
            return terminal
                .Plugins.Take(PluginFlags.Read(parsed))
                .Match(_ => Invoke(parsed, terminal), errors => terminal.Fail(errors));
        }
        catch (IOException failure)
        {
            return EscapedFailure.Write(terminal, failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            return EscapedFailure.Write(terminal, failure);
        }
    }

    private static ExitCode Invoke(ParseResult parsed, Terminal terminal) =>
        (ExitCode)
            parsed.Invoke(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
}
