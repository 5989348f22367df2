using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tidy.Tests.Sources;

/// <summary>The sources of <c>src/</c>, compiled project by project: checks can ask what a name means.</summary>
public static class ProductCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable
    );

    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyPlatform = new(() => [.. PlatformReferences()]);

    private static readonly Lazy<ImmutableArray<CSharpCompilation>> LazyAll = new(CompileAll);

    /// <summary>Every project under <c>src/Pure</c> and <c>src/Shell</c>.</summary>
    public static ImmutableArray<CSharpCompilation> All => LazyAll.Value;

    /// <summary>The projects of the functional core.</summary>
    public static IEnumerable<CSharpCompilation> Pure => All.Where(IsPure);

    /// <summary>Sources written in a test, compiled as a project of the core would be.</summary>
    /// <param name="texts">One file each: <c>src/Pure/ActorIL.Example/File0.cs</c> and so on.</param>
    public static CSharpCompilation Of(params string[] texts) =>
        Of([.. texts.Select((text, i) => SourceFile.Parse($"src/Pure/ActorIL.Example/File{i}.cs", text))]);

    /// <summary>The same with paths of the test's choice.</summary>
    public static CSharpCompilation Of(params SourceFile[] files)
    {
        var compilation = Compile("ActorIL.Example", files, [], []);
        var error = compilation.GetDiagnostics().FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error);
        Assert.True(error is null, $"The example does not compile: {error}");
        return compilation;
    }

    /// <summary>Every type declared in the sources, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(Compilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>();

    private static bool IsPure(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.FilePath.StartsWith("src/Pure/", StringComparison.Ordinal));

    private static ImmutableArray<CSharpCompilation> CompileAll()
    {
        var projects = ProjectFile.Under("src/Pure/").AddRange(ProjectFile.Under("src/Shell/"));
        var done = new SortedDictionary<string, CSharpCompilation>(StringComparer.Ordinal);
        while (done.Count < projects.Length)
        {
            var ready = projects.First(p => !done.ContainsKey(p.Name) && p.References.All(done.ContainsKey));
            var files = SourceTree.ProductFiles.Where(f => f.Path.StartsWith(ready.Folder, StringComparison.Ordinal));
            var references = Closure(ready, projects).Select(name => done[name].ToMetadataReference());
            done[ready.Name] = Compile(ready.AssemblyName, files, references, ready.Friends);
        }

        return [.. done.Values];
    }

    private static SortedSet<string> Closure(ProjectFile project, ImmutableArray<ProjectFile> projects)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(project.References);
        while (left.TryDequeue(out var name))
        {
            if (names.Add(name))
            {
                projects.First(p => p.Name == name).References.ToList().ForEach(left.Enqueue);
            }
        }

        return names;
    }

    private static CSharpCompilation Compile(
        string name,
        IEnumerable<SourceFile> files,
        IEnumerable<MetadataReference> projects,
        IEnumerable<string> friends
    )
    {
        var grants = friends.Select(friend =>
            $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]\n"
        );
        var implied = SourceFile.Parse("implied.cs", $"{ImplicitUsings}\n{string.Concat(grants)}");
        var trees = files.Append(implied).Select(file => file.Tree).ToList();
        var hasEntryPoint = trees.Exists(tree =>
            tree.GetCompilationUnitRoot().Members.Any(member => member.IsKind(SyntaxKind.GlobalStatement))
        );
        var options = hasEntryPoint ? Options.WithOutputKind(OutputKind.ConsoleApplication) : Options;
        return CSharpCompilation.Create(name, trees, [.. LazyPlatform.Value, .. projects], options);
    }

    /// <summary>What the tests run on, less our own assemblies: those are compiled here from their sources.</summary>
    private static IEnumerable<MetadataReference> PlatformReferences() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => !IsOurs(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsOurs(string file) =>
        file.StartsWith("ActorIL.", StringComparison.Ordinal) || file is "actoril.dll" or "Tidy.Tests.dll";
}
