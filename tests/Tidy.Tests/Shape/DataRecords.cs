using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

/// <summary>States, parameters, configurations and messages are records that nothing assigns to.</summary>
public static class DataRecords
{
    private static readonly ImmutableArray<string> Endings = ["State", "Params", "Config", "Configuration", "Message"];

    public static bool IsData(INamedTypeSymbol type) =>
        type is { IsStatic: false, IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct }
        && Endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal));

    public static IEnumerable<Finding> Find(Compilation compilation)
    {
        foreach (var type in ProductCompilation.Types(compilation).Where(IsData))
        {
            if (!type.IsRecord || (type.IsValueType && !type.IsReadOnly))
            {
                yield return Finding.At(type, $"{type.Name} is no record", "a record or a readonly record struct");
            }

            foreach (var member in type.GetMembers().Where(IsAssignable))
            {
                yield return Finding.At(member, $"{type.Name}.{member.Name} can be assigned", "init or get only");
            }
        }
    }

    private static bool IsAssignable(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, SetMethod: { IsInitOnly: false } }
        || member is IFieldSymbol { IsStatic: false, IsReadOnly: false, IsImplicitlyDeclared: false };
}
