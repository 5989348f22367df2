using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

/// <summary>No hidden globals: a static field is a constant, or readonly and of a type that cannot change.</summary>
public static class StaticState
{
    public static IEnumerable<Finding> Find(Compilation compilation) => Events(compilation).Concat(Fields(compilation));

    private static IEnumerable<Finding> Events(Compilation compilation) =>
        from type in ProductCompilation.Types(compilation)
        from changed in type.GetMembers().OfType<IEventSymbol>()
        where changed.IsStatic && !changed.IsAbstract
        select Finding.At(changed, $"static event {type.Name}.{changed.Name}", "messages between actors");

    private static IEnumerable<Finding> Fields(Compilation compilation) =>
        from type in ProductCompilation.Types(compilation)
        from field in type.GetMembers().OfType<IFieldSymbol>()
        where field.IsStatic && !field.IsConst
        let fault = Fault(field, compilation)
        where fault.Length > 0
        let place = field.AssociatedSymbol ?? field
        select Finding.At(place, $"static {type.Name}.{place.Name} {fault}", "state in records and actors");

    private static string Fault(IFieldSymbol field, Compilation compilation)
    {
        var changing = Immutability.Fault(ValueType(field, compilation));
        return field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute")
                ? "that each thread has for itself"
            : !field.IsReadOnly ? "that can be assigned"
            : changing.Length > 0 ? $"in which something can change, or is not known not to: {changing}"
            : string.Empty;
    }

    /// <summary>The type of what is assigned, where it says more than the declared one: a case, no union.</summary>
    private static ITypeSymbol ValueType(IFieldSymbol field, Compilation compilation)
    {
        var declared = (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var value =
            declared is PropertyDeclarationSyntax property ? property.Initializer?.Value
            : declared is VariableDeclaratorSyntax variable ? variable.Initializer?.Value
            : null;
        return field.Type.IsAbstract && value is not null
            ? compilation.GetSemanticModel(value.SyntaxTree).GetTypeInfo(value).Type ?? field.Type
            : field.Type;
    }
}
