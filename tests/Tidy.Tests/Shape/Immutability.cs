using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Tidy.Tests.Shape;

/// <summary>Whether values of a type can never change: platform types by list, our own by their fields.</summary>
public static class Immutability
{
    /// <summary>Platform classes whose contract says that they do not change.</summary>
    private static readonly ImmutableHashSet<string> KnownTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "string",
        "System.Type",
        "System.Uri",
        "System.Version",
        "System.Text.RegularExpressions.Regex",
        "System.Text.CompositeFormat",
        "System.StringComparer",
        "System.Text.UTF8Encoding",
        "System.Text.Encoding",
        "System.Globalization.CultureInfo",
        "System.Buffers.SearchValues<T>",
        "System.TimeProvider",
        "System.Collections.Generic.IComparer<T>",
        "System.Collections.Generic.IEqualityComparer<T>",
        "System.Collections.Generic.Comparer<T>",
        "System.Collections.Generic.EqualityComparer<T>",
        "System.Text.Json.JsonSerializerOptions"
    );

    /// <summary>Our own types that copy an array on the way in and show it as read-only spans alone.</summary>
    private static readonly ImmutableHashSet<string> KeepersOfOwnArrays = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ActorIL.Core.Fields.ParameterBlock"
    );

    private static readonly ImmutableArray<string> KnownNamespaces =
    [
        "System.Collections.Immutable",
        "System.Collections.Frozen",
    ];

    private static readonly ImmutableHashSet<string> WindowsOnChangingMemory = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Memory<T>",
        "System.ArraySegment<T>"
    );

    /// <summary>What can change in a value of the type: a path of fields; empty when nothing can.</summary>
    public static string Fault(ITypeSymbol type) =>
        Fault(type, ImmutableHashSet.Create<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static string Fault(ITypeSymbol type, ImmutableHashSet<ITypeSymbol> assumed)
    {
        if (assumed.Contains(type) || type.TypeKind is TypeKind.Delegate or TypeKind.Enum or TypeKind.TypeParameter)
        {
            return string.Empty;
        }

        var inside = assumed.Add(type);
        return type is INamedTypeSymbol named && IsOurs(named) ? FaultInOurs(named, inside)
            : type is INamedTypeSymbol platform && IsKnown(platform)
                ? First(platform.TypeArguments.Select(argument => Fault(argument, inside)))
            : $"{type}";
    }

    /// <summary>Our own interfaces are contracts of values; who fills them is checked where it is declared.</summary>
    private static string FaultInOurs(INamedTypeSymbol type, ImmutableHashSet<ITypeSymbol> assumed) =>
        type.TypeKind == TypeKind.Interface || KeepersOfOwnArrays.Contains(type.OriginalDefinition.ToDisplayString())
            ? string.Empty
            : First(
                Lineage(type)
                    .Concat(type.IsAbstract ? Unions.Cases(type) : [])
                    .SelectMany(part => part.GetMembers().OfType<IFieldSymbol>())
                    .Select(field => Fault(field, assumed))
            );

    private static string Fault(IFieldSymbol field, ImmutableHashSet<ITypeSymbol> assumed)
    {
        var name = $"{field.ContainingType.Name}.{(field.AssociatedSymbol ?? field).Name}";
        var isFixed = field.IsStatic || field.IsReadOnly || field.ContainingType.IsValueType;
        var fault = field.IsStatic ? string.Empty : Fault(field.Type, assumed);
        return !isFixed ? $"{name}, assignable"
            : fault.Length > 0 ? $"{name}: {fault}"
            : string.Empty;
    }

    /// <summary>The type with those of ours that it derives from.</summary>
    private static IEnumerable<INamedTypeSymbol> Lineage(INamedTypeSymbol? type)
    {
        for (; type is not null && IsOurs(type); type = type.BaseType)
        {
            yield return type;
        }
    }

    private static string First(IEnumerable<string> faults) =>
        faults.FirstOrDefault(fault => fault.Length > 0, string.Empty);

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
}
