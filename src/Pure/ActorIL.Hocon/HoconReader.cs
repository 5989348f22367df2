using ActorIL.Hocon.Syntax;

namespace ActorIL.Hocon;

/// <summary>
/// Reads HOCON texts, as lightbend/config's HOCON.md specifies them. Nothing here touches a disk or the environment:
/// files come through a reader function, variables through a look-up function when the document is resolved.
/// </summary>
/// <remarks>
/// Declared out, each with an error that says so: url(), classpath(), .properties files, calendar periods. System
/// properties do not exist here. A .json file is read like any other, since JSON is a part of HOCON. file("x") is
/// relative to the file that includes it, like "x", never to a current folder.
/// </remarks>
public static class HoconReader
{
    /// <summary>Parses a text.</summary>
    /// <param name="text">The text; a byte-order mark is whitespace.</param>
    /// <param name="source">The name errors give it. Included files are looked for in the folder of this path.</param>
    /// <param name="read">Answers for each path an include statement names.</param>
    public static HoconResult<HoconDocument> Parse(string text, string source, Func<string, IncludeOutcome> read)
    {
        var path = IncludePath.Normalize(source);
        var file = new SourceFile([path], Location.Root, read, []);
        return DocumentParser
            .Parse(text, source, file, depth: 0)
            .Map(root => new HoconDocument([root], [source, .. file.Included]));
    }

    /// <summary>Reads a file through the same reader that answers for its includes.</summary>
    public static HoconResult<HoconDocument> Load(string path, Func<string, IncludeOutcome> read)
    {
        var origin = new HoconOrigin(path, Line: 0, Column: 0);
        return read(path)
            .Match<HoconResult<HoconDocument>>(
                found: found => Parse(found.Text, path, read),
                missing: _ => new HoconError(
                    origin,
                    "no such file",
                    "a configuration file",
                    "Check the name and the folder."
                ),
                unreadable: unreadable => new HoconError(
                    origin,
                    unreadable.Reason,
                    "a readable configuration file",
                    "Name a text file that may be read."
                )
            );
    }

    /// <summary>
    /// Parses an override such as a.b=c. It is HOCON itself: substitutions and several fields work, includes do not.
    /// </summary>
    /// <param name="assignment">As the user typed it.</param>
    /// <param name="source">The name errors give it, such as "--set a.b=c".</param>
    public static HoconResult<HoconDocument> ParseOverride(string assignment, string source) =>
        Parse(assignment, source, _ => new IncludeOutcome.Unreadable("an include in an override"));
}
