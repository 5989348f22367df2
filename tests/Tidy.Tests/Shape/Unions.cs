using Microsoft.CodeAnalysis;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

/// <summary>
/// Closed unions: an abstract record, a private constructor, nested sealed record cases, an abstract Match.
/// The compiler then checks that every caller handles every case.
/// </summary>
public static class Unions
{
    /// <summary>An abstract record with a nested type that derives from it.</summary>
    public static bool IsUnion(INamedTypeSymbol type) =>
        type is { IsRecord: true, IsAbstract: true } && Cases(type).Any();

    /// <summary>Whether a type is a case of a union.</summary>
    public static bool IsCase(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: { } outer }
        && IsUnion(outer.OriginalDefinition)
        && Derives(type, outer);

    public static IEnumerable<INamedTypeSymbol> Cases(INamedTypeSymbol union) =>
        union.GetTypeMembers().Where(nested => Derives(nested, union));

    public static IEnumerable<Finding> Find(Compilation compilation)
    {
        foreach (var type in ProductCompilation.Types(compilation))
        {
            foreach (var finding in IsUnion(type) ? FindInUnion(type) : FindStranger(type))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> FindInUnion(INamedTypeSymbol union)
    {
        var constructors = union.InstanceConstructors.Where(constructor => !IsCopy(constructor, union));
        if (constructors.Any(constructor => constructor.DeclaredAccessibility != Accessibility.Private))
        {
            yield return Finding.At(union, $"union {union.Name} that others can derive from", "a private constructor");
        }

        if (!union.GetMembers().OfType<IMethodSymbol>().Any(IsMatch))
        {
            yield return Finding.At(union, $"union {union.Name} without Match", "an abstract Match over its cases");
        }

        foreach (var open in Cases(union).Where(nested => !nested.IsSealed || !nested.IsRecord))
        {
            yield return Finding.At(open, $"case {union.Name}.{open.Name}", "a sealed record");
        }
    }

    private static IEnumerable<Finding> FindStranger(INamedTypeSymbol type)
    {
        var parent = type.BaseType?.OriginalDefinition;
        if (parent is not null && IsUnion(parent) && !IsCase(type))
        {
            yield return Finding.At(type, $"{type.Name} derives from union {parent.Name}", "a case nested there");
        }
    }

    private static bool IsMatch(IMethodSymbol method) =>
        method.IsAbstract && method.Name.StartsWith("Match", StringComparison.Ordinal);

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol union) =>
        constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, union);

    private static bool Derives(ITypeSymbol type, INamedTypeSymbol parent) =>
        SymbolEqualityComparer.Default.Equals(type.BaseType?.OriginalDefinition, parent.OriginalDefinition);
}
