namespace ActorIL.Cli.Terminals;

/// <summary>Words of a command line as a shell reads them.</summary>
internal static class ShellText
{
    private const string Plain = "-_./=,:";

    /// <summary>The word as it is where a shell leaves it alone, otherwise between single quotes.</summary>
    public static string Quote(string word) =>
        word.Length > 0
        && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
