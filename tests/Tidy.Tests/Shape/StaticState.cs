using Microsoft.CodeAnalysis;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

/// <summary>No hidden globals: a static field is a constant, or readonly and of a type that cannot change.</summary>
public static class StaticState
{
    public static IEnumerable<Finding> Find(Compilation compilation) =>
        Events(compilation).Concat(Fields(compilation));

    private static IEnumerable<Finding> Events(Compilation compilation) =>
        from type in ProductCompilation.Types(compilation)
        from changed in type.GetMembers().OfType<IEventSymbol>()
        where changed.IsStatic && !changed.IsAbstract
        select Finding.At(changed, $"static event {type.Name}.{changed.Name}", "messages between actors");

    private static IEnumerable<Finding> Fields(Compilation compilation) =>
        from type in ProductCompilation.Types(compilation)
        from field in type.GetMembers().OfType<IFieldSymbol>()
        where field.IsStatic && !field.IsConst
        let fault = Fault(field)
        where fault.Length > 0
        let place = field.AssociatedSymbol ?? field
        select Finding.At(place, $"static {Name(field)} {fault}", "state in records and actors");

    private static string Fault(IFieldSymbol field) =>
        field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute")
            ? "that each thread has for itself"
        : !field.IsReadOnly ? "that can be assigned"
        : !Immutability.Holds(field.Type) ? $"of type {field.Type}, which can change or is not known not to"
        : string.Empty;

    private static string Name(IFieldSymbol field) =>
        $"{field.ContainingType.Name}.{(field.AssociatedSymbol ?? field).Name}";
}
