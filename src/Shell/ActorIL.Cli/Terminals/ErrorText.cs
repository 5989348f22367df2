using System.Text;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Terminals;

/// <summary>Errors as a user reads them: where, what was found, what was wanted, what to do.</summary>
internal static class ErrorText
{
    public static string Render(params IEnumerable<Error> errors)
    {
        var text = new StringBuilder();
        foreach (var error in errors)
        {
            text.Append("error: ").Append(error.Where).Append('\n');
            text.Append("  found:  ").Append(error.Found).Append('\n');
            text.Append("  wanted: ").Append(error.Wanted).Append('\n');
            text.Append("  ").Append(error.Remedy).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes errors where they belong and gives the exit code of a failed attempt.</summary>
    public static ExitCode Fail(this Terminal terminal, params IEnumerable<Error> errors)
    {
        terminal.Error.Write(Render(errors));
        terminal.Error.Flush();
        return ExitCode.Error;
    }
}
