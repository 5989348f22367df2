using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>What lies in the packages.</summary>
public class PackageTests(NewcomersWay way)
{
    private static readonly string[] Libraries = ["ActorIL.Plugins", "ActorIL.Hosting"];

    [Fact(Explicit = true)]
    public void There_are_two_libraries_the_tool_and_the_templates()
    {
        var names = Packages()
            .Select(path => Path.GetFileName(path).Split("." + Version())[0])
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            ["ActorIL.Hosting", "ActorIL.Plugins", "ActorIL.Templates", "ActorIL.Tool", "ActorIL.Tool.any"],
            names.Where(name => !IsForOneSystem(name))
        );
    }

    [Fact(Explicit = true)]
    public void Every_package_has_one_version_a_licence_a_description_and_a_README()
    {
        foreach (var path in Packages())
        {
            using var package = ZipFile.OpenRead(path);
            var entry = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
            using var stream = entry.Open();
            var metadata = XDocument.Load(stream).Root!.Elements().Single();
            string Value(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
            Assert.Equal(Version(), Value("version"));
            Assert.Equal("MIT", Value("license"));
            Assert.NotEmpty(Value("description"));
            Assert.NotEmpty(Value("tags"));
            Assert.NotNull(package.GetEntry(Value("readme")));
            Assert.DoesNotContain(metadata.Descendants(), e => e.Attribute("url") is not null);
        }
    }

    [Fact(Explicit = true)]
    public void Every_assembly_of_a_library_has_its_documentation_and_its_symbols()
    {
        foreach (var library in Libraries)
        {
            var path = Path.Combine(way.Machine.Feed, $"{library}.{Version()}.nupkg");
            var names = Names(path);
            var symbols = Names(Path.ChangeExtension(path, ".snupkg"));
            var assemblies = names.Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(assemblies);
            Assert.All(assemblies, name => Assert.Contains(Path.ChangeExtension(name, ".xml"), names));
            Assert.All(assemblies, name => Assert.Contains(Path.ChangeExtension(name, ".pdb"), symbols));
        }
    }

    [Fact(Explicit = true)]
    public void No_file_of_a_package_names_the_folder_it_was_built_in()
    {
        var root = Path.GetDirectoryName(way.Machine.Sources)!;
        foreach (var (package, name, content) in Files())
        {
            Assert.False(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)) >= 0, $"{package}: {name}");
            Assert.False(content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(root)) >= 0, $"{package}: {name}");
        }
    }

    [Fact(Explicit = true)]
    public void The_same_sources_in_another_folder_give_the_same_assemblies()
    {
        var compared = 0;
        foreach (var (package, name, content) in Files())
        {
            // The program itself is compiled once for each kind of system, and its symbols name the folder of each.
            var isOurs = Path.GetFileName(name).StartsWith("ActorIL.", StringComparison.Ordinal);
            if (!isOurs || !name.EndsWith(".dll", StringComparison.Ordinal) || IsForOneSystem(package))
            {
                continue;
            }

            var here = BuiltHere(Path.GetFileName(name));
            Assert.True(content.AsSpan().SequenceEqual(File.ReadAllBytes(here)), $"{package}: {name} is not {here}");
            compared++;
        }

        Assert.True(compared > 15, $"{compared} compared");
    }

    [Fact(Explicit = true)]
    public void The_tool_for_this_system_has_machine_code_where_the_program_built_here_has()
    {
        var isAhead = File.Exists(
            RepositoryRoot.Combine("src", "Shell", "ActorIL.Cli", "obj", "Release", "net10.0", "ahead", "actoril.dll")
        );
        var programs = Files()
            .Where(file => file.Name.EndsWith("/actoril.dll", StringComparison.Ordinal))
            .ToLookup(file => IsForOneSystem(file.Package), file => file.Content.Length);
        var (portable, native) = (Assert.Single(programs[false]), Assert.Single(programs[true]));
        Assert.True(!isAhead || native > portable * 1.5, $"{native} bytes, without machine code {portable}");
    }

    [Fact(Explicit = true)]
    public void The_tool_has_the_settings_of_the_runtime_that_the_program_is_built_with()
    {
        var here = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "actoril.runtimeconfig.json"));
        var tools = Files()
            .Where(file => file.Name.EndsWith("actoril.runtimeconfig.json", StringComparison.Ordinal))
            .ToArray();
        Assert.True(tools.Length >= 2);
        Assert.All(tools, tool => Assert.Equal(here, Encoding.UTF8.GetString(tool.Content).TrimStart('\uFEFF')));
    }

    private static bool IsForOneSystem(string name) =>
        name.StartsWith("ActorIL.Tool.", StringComparison.Ordinal)
        && !name.StartsWith("ActorIL.Tool.any", StringComparison.Ordinal)
        && !char.IsAsciiDigit(name["ActorIL.Tool.".Length]);

    /// <summary>An assembly as the compiler left it here, before machine code is added.</summary>
    private static string BuiltHere(string file) =>
        Directory
            .GetFiles(RepositoryRoot.Combine("src"), file, SearchOption.AllDirectories)
            .Single(path => path.Replace('\\', '/').EndsWith($"/obj/Release/net10.0/{file}", StringComparison.Ordinal));

    private static string Version() =>
        XDocument.Load(RepositoryRoot.Combine("Directory.Build.props")).Descendants("Version").Single().Value;

    private static string[] Names(string path)
    {
        using var package = ZipFile.OpenRead(path);
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    private string[] Packages() => Directory.GetFiles(way.Machine.Feed, "*.nupkg");

    private IEnumerable<(string Package, string Name, byte[] Content)> Files()
    {
        foreach (var path in Directory.GetFiles(way.Machine.Feed))
        {
            using var package = ZipFile.OpenRead(path);
            foreach (var entry in package.Entries)
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                yield return (Path.GetFileName(path), entry.FullName, content.ToArray());
            }
        }
    }
}
