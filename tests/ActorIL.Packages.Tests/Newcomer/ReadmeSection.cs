namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>What the README tells somebody who brings an environment: its commands and its code.</summary>
public static class ReadmeSection
{
    private const string Heading = "## Plug in your own environment";

    /// <summary>From its heading to the next one.</summary>
    public static string Text { get; } = Read();

    /// <summary>Each block of commands, a line a command, without the comments beside them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Commands { get; } =
    [.. Blocks("sh").Select(block => block.Split('\n').Select(line => line.Split('#')[0].Trim()).ToArray())];

    /// <summary>Each block of C#.</summary>
    public static IReadOnlyList<string> Code { get; } = [.. Blocks("csharp")];

    private static IEnumerable<string> Blocks(string language) =>
        Text.Split("```" + language + "\n").Skip(1).Select(rest => rest.Split("\n```")[0].TrimEnd());

    private static string Read()
    {
        var readme = File.ReadAllText(RepositoryRoot.Combine("README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf(Heading, StringComparison.Ordinal);
        var end = readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return readme[start..end];
    }
}
