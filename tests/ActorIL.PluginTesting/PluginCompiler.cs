using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ActorIL.PluginTesting;

/// <summary>
/// Compiles plug-ins in tests as a user's build would: against the program's assemblies, into a folder.
/// </summary>
public static class PluginCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private static readonly Lazy<ImmutableArray<MetadataReference>> Platform = new(() =>
        [
            .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty)
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    /// <summary>Compiles a library with its symbols beside it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">Of the assembly, without ending.</param>
    /// <param name="source">Its one file, called NAME.cs.</param>
    /// <param name="instead">Assemblies to compile against in place of the program's of the same names.</param>
    /// <returns>The path of the DLL.</returns>
    public static string Compile(string folder, string name, string source, params ReadOnlySpan<string> instead)
    {
        var replaced = instead.ToArray();
        var names = replaced.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var references = Platform
            .Value.Where(reference => !names.Contains(Path.GetFileName(reference.Display)))
            .Concat(replaced.Select(path => MetadataReference.CreateFromFile(path)));
        var compilation = CSharpCompilation.Create(
            name,
            [Parse(source, $"/src/{name}.cs"), Parse(ImplicitUsings, "/src/usings.cs")],
            references,
            new(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                deterministic: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{name}.dll");
        using var assembly = File.Create(path);
        using var symbols = File.Create(Path.ChangeExtension(path, "pdb"));
        var emitted = compilation.Emit(
            assembly,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)
        );
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return path;
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(text, System.Text.Encoding.UTF8),
            new CSharpParseOptions(LanguageVersion.Preview),
            path
        );
}
