using System.CommandLine;
using System.CommandLine.Parsing;

namespace ActorIL.Cli.CommandLine;

/// <summary>The parsing library takes an unknown flag for a missing argument; here it stays a flag.</summary>
internal static class MistypedFlags
{
    /// <summary>Refuses what looks like a flag. A file of such a name can still be given as ./--name.</summary>
    public static void RefuseFlags(this Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } token
            && result.Parent is CommandResult command)
        {
            result.AddError(UsageErrors.Encode(UsageErrors.Unknown(token.Value, command)));
        }
    });
}
