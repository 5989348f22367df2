using System.Collections.Immutable;
using System.Xml.Linq;

namespace Tidy.Tests.Sources;

/// <summary>What a project file says: its references, packages and friends.</summary>
public sealed record ProjectFile(
    string Path,
    string AssemblyName,
    ImmutableArray<string> References,
    ImmutableArray<string> Packages,
    ImmutableArray<string> Friends
)
{
    /// <summary>The project's name is its file's name; the assembly may be called otherwise.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];

    public static ProjectFile Parse(string path, string text)
    {
        var document = XDocument.Parse(text);
        var name = document.Descendants("AssemblyName").Select(element => element.Value).FirstOrDefault();
        return new(
            path,
            name ?? System.IO.Path.GetFileNameWithoutExtension(path),
            [.. Includes("ProjectReference").Select(file => System.IO.Path.GetFileNameWithoutExtension(file))],
            [.. Includes("PackageReference")],
            [.. Includes("InternalsVisibleTo"), .. IsPure(path) ? CoreFriends : []]
        );

        IEnumerable<string> Includes(string item) => ProjectFile.Includes(document, item);
    }

    /// <summary>Who sees the internals of every project of the core, as its one list says.</summary>
    private static IEnumerable<string> CoreFriends =>
        Includes(XDocument.Parse(SourceTree.Read("src/Friends.props")), "InternalsVisibleTo");

    /// <summary>Every project under a folder of the repository.</summary>
    public static ImmutableArray<ProjectFile> Under(string folder) =>
        [
            .. SourceTree
                .Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal))
                .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(path => Parse(path, SourceTree.Read(path))),
        ];

    private static bool IsPure(string path) => path.StartsWith("src/Pure/", StringComparison.Ordinal);

    private static IEnumerable<string> Includes(XDocument document, string item) =>
        document
            .Descendants(item)
            .Select(element => element.Attribute("Include")?.Value ?? string.Empty)
            .Select(include => include.Replace('\\', '/'));
}
