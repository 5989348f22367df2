namespace ActorIL.Packages.Tests.Surface;

/// <summary>Names of types as C# writes them, without the namespace.</summary>
public static class SignatureText
{
    private static readonly SortedDictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Void"] = "void",
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Double"] = "double",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.UInt16"] = "ushort",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
    };

    /// <summary>The name of a declared type, with the types it lies in and its type parameters.</summary>
    public static string NameOf(Type type) => Of(type);

    /// <summary>The name of a type where it is used.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner) + "?";
        }

        return type.IsGenericParameter ? type.Name : Keywords.GetValueOrDefault(type.FullName ?? "", Nested(type));
    }

    private static string Nested(Type type)
    {
        // A nested type repeats the type arguments of those around it.
        var arguments = type.GetGenericArguments();
        var parts = new List<string>();
        for (var next = type; next is not null; next = next.DeclaringType)
        {
            var outer = next.DeclaringType?.GetGenericArguments().Length ?? 0;
            var own = arguments.Skip(outer).Take(next.GetGenericArguments().Length - outer).Select(Of).ToArray();
            var name = next.Name.Split('`')[0];
            parts.Insert(0, own.Length == 0 ? name : $"{name}<{string.Join(", ", own)}>");
        }

        return string.Join('.', parts);
    }
}
