using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using ActorIL.Core.Prelude;
using ActorIL.Loading.References;
using ActorIL.Plugins;

namespace ActorIL.Loading;

/// <summary>The one class of a library that lists its entries.</summary>
internal static class PluginClass
{
    private const string Wanted = "one public class that implements ActorIL.Plugins.IPlugin";

    /// <summary>Its full name, or why there is no such class.</summary>
    public static Result<string, Error> Find(PluginPath path, MetadataReader reader)
    {
        var found = reader
            .TypeDefinitions.Where(handle => IsConcrete(reader, handle) && Implements(reader, handle))
            .ToImmutableArray();
        var names = found.Select(handle => TypeNames.Instance.Of(reader, handle)).ToImmutableArray();
        return found switch
        {
            [] => Fail(path, "a library without a class that implements IPlugin", "Add one; it lists the entries."),
            [var only] => Check(path, reader, reader.GetTypeDefinition(only), names[0]),
            _ => Fail(
                path,
                $"several classes that implement IPlugin: {string.Join(", ", names)}",
                "Let one of them list all entries, or make a library of each."
            ),
        };
    }

    private static Result<string, Error> Check(
        PluginPath path,
        MetadataReader reader,
        TypeDefinition type,
        string name
    ) =>
        !IsPublic(reader, type) ? Fail(path, $"{name}, which is not public", "Make it public.")
        : type.GetGenericParameters().Count > 0
            ? Fail(path, $"{name}, which has type parameters", "Leave them out: the program knows none to give it.")
        : !HasConstructor(reader, type)
            ? Fail(
                path,
                $"{name}, which has no public constructor without parameters",
                "Add one: the program has nothing to give it."
            )
        : Result.Success<string, Error>(name);

    private static bool IsConcrete(MetadataReader reader, TypeDefinitionHandle handle) =>
        (reader.GetTypeDefinition(handle).Attributes & (TypeAttributes.Abstract | TypeAttributes.Interface)) == 0;

    /// <summary>Whether it, or a class of this library that it derives from, implements the contract.</summary>
    private static bool Implements(MetadataReader reader, TypeDefinitionHandle handle)
    {
        for (EntityHandle next = handle; next.Kind == HandleKind.TypeDefinition && !next.IsNil; )
        {
            var type = reader.GetTypeDefinition((TypeDefinitionHandle)next);
            var interfaces = type.GetInterfaceImplementations()
                .Select(implementation => reader.GetInterfaceImplementation(implementation).Interface);
            if (interfaces.Any(contract => TypeNames.Instance.Of(reader, contract) == typeof(IPlugin).FullName))
            {
                return true;
            }

            next = type.BaseType;
        }

        return false;
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    private static bool HasConstructor(MetadataReader reader, TypeDefinition type) =>
        type.GetMethods()
            .Select(reader.GetMethodDefinition)
            .Any(method =>
                reader.GetString(method.Name) == ConstructorInfo.ConstructorName
                && (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
                && method.DecodeSignature(TypeNames.Instance, 0).ParameterTypes.IsEmpty
            );

    private static Result<string, Error> Fail(PluginPath path, string found, string remedy) =>
        Result.Failure<string, Error>(new(path.AsTyped, found, Wanted, remedy));
}
