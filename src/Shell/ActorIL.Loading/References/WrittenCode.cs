using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace ActorIL.Loading.References;

/// <summary>Tells what people wrote from what the compiler adds to records, iterators and events.</summary>
internal static partial class WrittenCode
{
    /// <summary>
    /// The method a person wrote, where the compiler moved its code: of lambdas, iterators, local functions.
    /// </summary>
    public static string NameOf(string method) =>
        LocalFunction().Replace(Iterator().Replace(Lambda().Replace(method, ".$1"), ".$1"), ".$1");

    public static bool IsSynthesised(MetadataReader reader, MethodDefinition method)
    {
        var name = reader.GetString(method.Name);
        var owner = reader.GetTypeDefinition(method.GetDeclaringType());
        return IsSynthesisedType(reader.GetString(owner.Name), name)
            || (IsRecordOrEventMember(name) && IsMarked(reader, method));
    }

    /// <summary>Lambdas live in types with such names too, and those are written by people.</summary>
    private static bool IsSynthesisedType(string type, string method) =>
        type.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal)
        || type.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        || type.StartsWith("<>z__ReadOnly", StringComparison.Ordinal)
        || (type.Contains(">d__", StringComparison.Ordinal) && !method.EndsWith("MoveNext", StringComparison.Ordinal));

    private static bool IsRecordOrEventMember(string name) =>
        name is "GetHashCode" or "Equals" or "ToString" or "PrintMembers" or "op_Equality" or "op_Inequality"
        || name.StartsWith("add_", StringComparison.Ordinal)
        || name.StartsWith("remove_", StringComparison.Ordinal);

    private static bool IsMarked(MetadataReader reader, MethodDefinition method) =>
        method
            .GetCustomAttributes()
            .Select(handle => reader.GetCustomAttribute(handle).Constructor)
            .Where(constructor => constructor.Kind == HandleKind.MemberReference)
            .Select(constructor => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
            .Select(type => TypeNames.Instance.Of(reader, type))
            .Any(name => name.EndsWith(".CompilerGeneratedAttribute", StringComparison.Ordinal));

    [GeneratedRegex(@"\+<>c(?:__DisplayClass[\d_]+)?(?:`\d+)?\.<([^>]+)>[bg]__.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Lambda();

    [GeneratedRegex(@"\+<([^>]+)>d__\d+(?:`\d+)?\.MoveNext$", RegexOptions.CultureInvariant)]
    private static partial Regex Iterator();

    [GeneratedRegex(@"\.<([^>]+)>g__.*$", RegexOptions.CultureInvariant)]
    private static partial Regex LocalFunction();
}
