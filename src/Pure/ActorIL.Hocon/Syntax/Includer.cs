using System.Collections.Immutable;
using ActorIL.Hocon.Rendering;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Carries out include statements: asks for files, parses them, and merges their fields.</summary>
internal static class Includer
{
    private static readonly ImmutableArray<string> UrlStarts = ["http:", "https:", "ftp:", "file:", "jar:"];

    public static bool TryInclude(
        TokenCursor cursor,
        SourceFile file,
        Location at,
        IncludeStatement statement,
        ObjectBuilder target
    )
    {
        var isUrl = statement.Kind == IncludeKind.Url || (statement.Kind == IncludeKind.Plain && IsUrl(statement.Name));
        if (isUrl || statement.Kind == IncludeKind.Classpath)
        {
            return cursor.Fail(
                new HoconError(
                    statement.Origin,
                    isUrl ? "an include of a URL" : "an include from a Java class path",
                    "a file",
                    "Save it as a file and write include \"name.conf\"; neither URLs nor class paths are read."
                )
            );
        }

        var isFound = false;
        foreach (var name in CandidatesOf(statement.Name))
        {
            var step = IncludeOne(cursor, file, at, statement, IncludePath.Combine(file.Path, name), target);
            if (
                !step.Match(
                    ok: found =>
                    {
                        isFound |= found;
                        return true;
                    },
                    failed: cursor.Fail
                )
            )
            {
                return false;
            }
        }

        return isFound
            || !statement.IsRequired
            || cursor.Fail(
                new HoconError(
                    statement.Origin,
                    $"a required file that does not exist, \"{JsonText.Excerpt(statement.Name)}\"",
                    $"a file {string.Join(" or ", PathsOf(file, statement.Name))}",
                    "Create the file, correct its name, or remove required()."
                )
            );
    }

    private static bool IsUrl(string name) =>
        UrlStarts.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    // Later ones win. A name without a known extension stands for all files of that base name.
    private static ImmutableArray<string> CandidatesOf(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        var isKnown =
            last.EndsWith(".conf", StringComparison.Ordinal)
            || last.EndsWith(".json", StringComparison.Ordinal)
            || last.EndsWith(".properties", StringComparison.Ordinal);
        ImmutableArray<string> exact = isKnown || last.Contains('.', StringComparison.Ordinal) ? [name] : [];
        return isKnown ? exact : [.. exact, name + ".properties", name + ".json", name + ".conf"];
    }

    // Properties files are looked for only to be refused.
    private static IEnumerable<string> PathsOf(SourceFile file, string name) =>
        CandidatesOf(name)
            .Where(candidate => candidate == name || !candidate.EndsWith(".properties", StringComparison.Ordinal))
            .Select(candidate => IncludePath.Combine(file.Path, candidate));

    private static HoconResult<bool> IncludeOne(
        TokenCursor cursor,
        SourceFile file,
        Location at,
        IncludeStatement statement,
        string path,
        ObjectBuilder target
    )
    {
        if (file.Chain.Contains(path, StringComparer.Ordinal) || file.Chain.Length > HoconLimits.IncludeDepthMax)
        {
            return new HoconError(
                statement.Origin,
                $"files that include each other: {string.Join(" -> ", file.Chain.Add(path))}",
                $"includes that end, at most {HoconLimits.IncludeDepthMax} deep",
                "Remove one include of the cycle."
            );
        }

        return file.Read(path)
            .Match(
                found: found => Merge(cursor, file, at, statement, path, found.Text, target),
                missing: _ => false,
                unreadable: unreadable => new HoconError(
                    statement.Origin,
                    $"{unreadable.Reason}, at {path}",
                    "a readable text file",
                    "Correct the name, or make the file readable."
                )
            );
    }

    private static HoconResult<bool> Merge(
        TokenCursor cursor,
        SourceFile file,
        Location at,
        IncludeStatement statement,
        string path,
        string text,
        ObjectBuilder target
    )
    {
        if (path.EndsWith(".properties", StringComparison.Ordinal))
        {
            return new HoconError(
                statement.Origin,
                $"a Java properties file, {path}",
                "a .conf or .json file",
                "Rename it to .conf and quote what needs quotes; most properties files are HOCON."
            );
        }

        file.Included.Add(path);
        if (file.Included.Count > HoconLimits.IncludedFileCountMax)
        {
            return new HoconError(
                statement.Origin,
                "too many included files",
                $"at most {HoconLimits.IncludedFileCountMax} in all",
                "Check for files that include others many times."
            );
        }

        var included = file with { Chain = file.Chain.Add(path), IncludedAt = at };
        return DocumentParser
            .Parse(text, path, included, cursor.Depth)
            .Bind(root => RootObject(root, statement))
            .Map(root =>
            {
                target.Merge(root);
                return true;
            });
    }

    private static HoconResult<Term.Structure> RootObject(Term root, IncludeStatement statement)
    {
        HoconResult<Term.Structure> notAnObject = new HoconError(
            root.Origin,
            $"an array as the root of a file included at {statement.Origin}",
            "an object",
            "Give the array a key in the included file."
        );
        return root.Match(
            literal: _ => notAnObject,
            sequence: _ => notAnObject,
            structure: structure => structure,
            substitution: _ => notAnObject,
            concatenation: _ => notAnObject,
            previous: _ => notAnObject
        );
    }
}
