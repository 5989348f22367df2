using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>One concept a file, and the file named for it: the path alone answers where something lives.</summary>
public static class FileShape
{
    public static IEnumerable<Finding> Find(SourceFile file)
    {
        var types = TopLevelTypes(file).ToList();
        var names = types.Select(Name).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 1)
        {
            var second = types.First(type => Name(type) != names[0]);
            yield return Finding.At(second, $"a second top-level type {Name(second)}", "one top-level type a file");
        }

        // Partial types may span Type.cs and Type.Part.cs.
        var fileName = Path.GetFileName(file.Path).Split('.')[0];
        if (names.Count > 0 && names[0] != fileName)
        {
            yield return Finding.At(types[0], $"type {names[0]} in {Path.GetFileName(file.Path)}", $"{names[0]}.cs");
        }

        var space = file.Root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        if (names.Count > 0 && space?.Name.ToString() != NamespaceOf(file.Path))
        {
            yield return Finding.At(types[0], $"namespace {space?.Name}", $"the folder's, {NamespaceOf(file.Path)}");
        }

        if (names.Count == 0 && fileName is not ("GlobalUsings" or "AssemblyAttributes" or "Program"))
        {
            yield return new(file.Path, 1, "a file without a type", "one top-level type a file");
        }
    }

    /// <summary>The project's name and the folders below it.</summary>
    public static string NamespaceOf(string path)
    {
        var parts = path.Split('/');
        var project = parts[0] == "src" ? 2 : 1;
        return string.Join('.', parts[Math.Min(project, parts.Length - 1)..^1]);
    }

    /// <summary>A type and its companion module of the same name are one concept; file-local types are none.</summary>
    private static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(SourceFile file) =>
        file
            .Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(member => !member.Modifiers.Any(SyntaxKind.FileKeyword));

    private static string Name(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax declared ? declared.Identifier.Text
        : type is DelegateDeclarationSyntax function ? function.Identifier.Text
        : string.Empty;
}
