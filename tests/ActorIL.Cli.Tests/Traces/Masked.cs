using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

/// <summary>Outputs without what a run of another build or machine has otherwise.</summary>
internal static partial class Masked
{
    public static string Text(Invocation invocation, string trace) => Mask(invocation.Text((trace, "TRACE")));

    public static string Mask(string text) =>
        Commit()
            .Replace(
                Hash().Replace(Time().Replace(Size().Replace(text, "SIZE bytes"), "TIME"), "HASH"),
                "made by       ActorIL VERSION"
            );

    [GeneratedRegex("[0-9a-f]{16,64}")]
    private static partial Regex Hash();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")]
    private static partial Regex Time();

    [GeneratedRegex("made by .*")]
    private static partial Regex Commit();

    // Lengths of files, not of payloads.
    [GeneratedRegex("[0-9]{5,} bytes|(?<=the first )[0-9]+(?= are whole)")]
    private static partial Regex Size();
}
