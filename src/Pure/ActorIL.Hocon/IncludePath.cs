namespace ActorIL.Hocon;

/// <summary>Paths of included files, as text only: nothing here looks at a disk or at a current folder.</summary>
public static class IncludePath
{
    /// <summary>The path of a file named in another file: relative to the folder of the file that names it.</summary>
    public static string Combine(string includingPath, string name)
    {
        if (IsRooted(name))
        {
            return Normalize(name);
        }

        var folderLength = includingPath.LastIndexOfAny(SeparatorsOf(includingPath)) + 1;
        return Normalize(includingPath[..folderLength] + name);
    }

    /// <summary>The same path without "." segments, and with ".." resolved where the text allows it.</summary>
    public static string Normalize(string path)
    {
        var separators = SeparatorsOf(path);
        var kept = new List<string>();
        var isRooted = path.Length > 0 && separators.Contains(path[0]);
        foreach (var segment in path.Split(separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && kept.Count > 0 && kept[^1] != "..")
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment != "." && !(segment == ".." && isRooted))
            {
                kept.Add(segment);
            }
        }

        return (isRooted ? "/" : "") + string.Join('/', kept);
    }

    private static bool IsRooted(string path) => path.StartsWith('/') || HasDrive(path);

    // A backslash is an ordinary character of file names on Unix, so it separates only where a drive letter stands.
    private static char[] SeparatorsOf(string path) => HasDrive(path) ? ['/', '\\'] : ['/'];

    private static bool HasDrive(string path) => path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]);
}
