using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>Names that say nothing: a type is called for what it is.</summary>
public static class TypeNames
{
    private static readonly ImmutableArray<string> EmptyEndings =
    [
        "Manager",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utilities",
        "Base",
        "Info",
        "Data",
    ];

    public static IEnumerable<Finding> Find(SourceFile file) =>
        from type in file.Nodes<BaseTypeDeclarationSyntax>()
        let name = type.Identifier.Text
        from ending in EmptyEndings
        where name.EndsWith(ending, StringComparison.Ordinal)
        select Finding.At(type.Identifier.GetLocation(), $"type {name}", $"a name that does not end in {ending}");
}
