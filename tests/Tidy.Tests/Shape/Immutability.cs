using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Tidy.Tests.Shape;

/// <summary>Whether values of a type can never change: platform types by list, our own by their fields.</summary>
public static class Immutability
{
    /// <summary>Platform classes whose contract says that they do not change.</summary>
    private static readonly ImmutableHashSet<string> KnownTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "string", "System.Type", "System.Uri", "System.Version", "System.Text.RegularExpressions.Regex",
        "System.Text.CompositeFormat", "System.StringComparer", "System.Text.UTF8Encoding", "System.Text.Encoding",
        "System.Globalization.CultureInfo", "System.Buffers.SearchValues<T>", "System.TimeProvider",
        "System.Collections.Generic.IComparer<T>", "System.Collections.Generic.IEqualityComparer<T>",
        "System.Collections.Generic.Comparer<T>", "System.Collections.Generic.EqualityComparer<T>",
        "System.Text.Json.JsonSerializerOptions");

    /// <summary>Our own types that copy an array on the way in and show it as read-only spans alone.</summary>
    private static readonly ImmutableHashSet<string> KeepersOfOwnArrays = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ActorIL.Core.Fields.ParameterBlock");

    private static readonly ImmutableArray<string> KnownNamespaces =
        ["System.Collections.Immutable", "System.Collections.Frozen"];

    private static readonly ImmutableHashSet<string> WindowsOnChangingMemory = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Memory<T>", "System.ArraySegment<T>");

    public static bool Holds(ITypeSymbol type) =>
        Holds(type, ImmutableHashSet.Create<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool Holds(ITypeSymbol type, ImmutableHashSet<ITypeSymbol> assumed)
    {
        if (assumed.Contains(type) || type.TypeKind is TypeKind.Delegate or TypeKind.Enum or TypeKind.TypeParameter)
        {
            return true;
        }

        if (type is not INamedTypeSymbol named)
        {
            return false;
        }

        var arguments = named.TypeArguments.All(argument => Holds(argument, assumed.Add(type)));
        return IsOurs(named)
            ? named.TypeKind == TypeKind.Interface
                || KeepersOfOwnArrays.Contains(named.OriginalDefinition.ToDisplayString())
                || HasImmutableFields(named, assumed.Add(type))
            : arguments && IsKnown(named);
    }

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingAssembly?.Name is { } name
        && (name == "actoril" || name.StartsWith("ActorIL.", StringComparison.Ordinal));

    private static bool IsKnown(INamedTypeSymbol type)
    {
        var name = type.OriginalDefinition.ToDisplayString().TrimEnd('?');
        return KnownTypes.Contains(name)
            || KnownNamespaces.Contains(type.ContainingNamespace.ToDisplayString())
            || (type.IsValueType && !WindowsOnChangingMemory.Contains(name));
    }

    /// <summary>The fields of a type, of the types it derives from, and of the cases nested in it.</summary>
    private static bool HasImmutableFields(INamedTypeSymbol type, ImmutableHashSet<ITypeSymbol> assumed) =>
        (type.BaseType is not { } parent || !IsOurs(parent) || Holds(parent, assumed))
        && type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsStatic)
            .All(field => (field.IsReadOnly || type.IsValueType) && Holds(field.Type, assumed))
        && type.GetTypeMembers()
            .Where(nested => SymbolEqualityComparer.Default.Equals(nested.BaseType, type))
            .All(nested => Holds(nested, assumed));
}
