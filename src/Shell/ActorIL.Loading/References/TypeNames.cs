using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace ActorIL.Loading.References;

/// <summary>Decodes signatures into the names of the types they mention, joined by commas.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<string, int>
{
    public static TypeNames Instance { get; } = new();

    public string GetArrayType(string elementType, ArrayShape shape) => elementType;

    public string GetByReferenceType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Join([.. signature.ParameterTypes]);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        Join([genericType, .. typeArguments]);

    public string GetGenericMethodParameter(int genericContext, int index) => string.Empty;

    public string GetGenericTypeParameter(int genericContext, int index) => string.Empty;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType;

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetSZArrayType(string elementType) => elementType;

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{GetTypeFromDefinition(reader, outer, 0)}+{name}"
            : Qualify(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{name}"
            : Qualify(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromSpecification(
        MetadataReader reader,
        int genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <summary>The name of the type a handle stands for; its arguments follow behind commas.</summary>
    public string Of(MetadataReader reader, EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
            HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
            HandleKind.TypeSpecification => GetTypeFromSpecification(reader, 0, (TypeSpecificationHandle)handle, 0),
            _ => string.Empty,
        };

    private static string Qualify(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private static string Join(params string[] names) => string.Join(',', names.Where(name => name.Length > 0));
}
