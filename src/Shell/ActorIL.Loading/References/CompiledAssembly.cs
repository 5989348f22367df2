using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ActorIL.Loading.References;

/// <summary>Lists what the code of an assembly uses, after overloads, generics and lambdas are resolved.</summary>
internal static class CompiledAssembly
{
    private const string MappedRoot = "/_/";

    /// <summary>Every reference in bodies, signatures and fields, less what the compiler wrote for records.</summary>
    public static ImmutableArray<Reference> References(Stream assembly, Stream symbols)
    {
        using var file = new PEReader(assembly);
        using var lines = MetadataReaderProvider.FromPortablePdbStream(symbols);
        return References(file, lines.GetMetadataReader());
    }

    /// <summary>The same of an open file.</summary>
    /// <param name="file">The assembly.</param>
    /// <param name="lines">Its symbols; null where there are none, and places are methods then.</param>
    public static ImmutableArray<Reference> References(PEReader file, MetadataReader? lines)
    {
        var reader = file.GetMetadataReader();
        var found = ImmutableArray.CreateBuilder<Reference>();
        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle);
            if (!WrittenCode.IsSynthesised(reader, method))
            {
                AddMethod(found, new Scope(reader, lines, handle, method), file);
            }
        }

        foreach (var handle in reader.FieldDefinitions)
        {
            var field = reader.GetFieldDefinition(handle);
            var owner = TypeNames.Instance.Of(reader, field.GetDeclaringType());
            var within = $"{owner}.{reader.GetString(field.Name)}";
            AddTypes(found, field.DecodeSignature(TypeNames.Instance, 0), within, owner, 0);
        }

        return found.ToImmutable();
    }

    private static void AddMethod(ImmutableArray<Reference>.Builder found, Scope scope, PEReader file)
    {
        var (reader, method) = (scope.Reader, scope.Method);
        var (path, firstLine) = scope.Place(0);
        var signature = method.DecodeSignature(TypeNames.Instance, 0);
        var types = string.Join(',', signature.ParameterTypes.Add(signature.ReturnType));
        AddTypes(found, types, scope.Name, path, firstLine);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress).GetILContent();
        foreach (var (offset, token) in Instructions.Tokens(body))
        {
            var (_, lineNumber) = scope.Place(offset);
            var (type, member, arguments) = Resolve(reader, MetadataTokens.EntityHandle(token));
            var owner = type.Split(',')[0];
            found.Add(new(owner, member, arguments, scope.Name, path, lineNumber));
            AddTypes(found, string.Join(',', type[owner.Length..], arguments), scope.Name, path, lineNumber);
        }
    }

    private static void AddTypes(
        ImmutableArray<Reference>.Builder found,
        string types,
        string within,
        string path,
        int lineNumber
    )
    {
        foreach (var type in types.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            found.Add(new(type, string.Empty, string.Empty, within, path, lineNumber));
        }
    }

    private static (string Type, string Member, string Arguments) Resolve(MetadataReader reader, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                return (TypeNames.Instance.Of(reader, member.Parent), reader.GetString(member.Name), string.Empty);
            case HandleKind.MethodSpecification:
                var call = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                var (type, name, _) = Resolve(reader, call.Method);
                return (type, name, string.Join(',', call.DecodeSignature(TypeNames.Instance, 0)));
            case HandleKind.MethodDefinition:
                var own = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                var owner = TypeNames.Instance.Of(reader, own.GetDeclaringType());
                return (owner, reader.GetString(own.Name), string.Empty);
            case HandleKind.FieldDefinition:
                return (string.Empty, string.Empty, string.Empty);
            default:
                return (TypeNames.Instance.Of(reader, handle), string.Empty, string.Empty);
        }
    }

    /// <summary>One method with what is needed to say where its instructions came from.</summary>
    private sealed record Scope(
        MetadataReader Reader,
        MetadataReader? Lines,
        MethodDefinitionHandle Handle,
        MethodDefinition Method
    )
    {
        public string Name { get; } =
            $"{TypeNames.Instance.Of(Reader, Method.GetDeclaringType())}.{Reader.GetString(Method.Name)}";

        private ImmutableArray<SequencePoint> Points { get; } =
        [
            .. Lines
                ?.GetMethodDebugInformation(Handle.ToDebugInformationHandle())
                .GetSequencePoints()
                .Where(point => !point.IsHidden)
                ?? [],
        ];

        public (string Path, int LineNumber) Place(int offset)
        {
            var before = Points.LastOrDefault(point => point.Offset <= offset, Points.FirstOrDefault());
            if (Lines is null || before.Document.IsNil)
            {
                return (Name, 0);
            }

            var path = Lines.GetString(Lines.GetDocument(before.Document).Name);
            var relative = path.StartsWith(MappedRoot, StringComparison.Ordinal) ? path[MappedRoot.Length..] : path;
            return (relative, before.StartLine);
        }
    }
}
