using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using ActorIL.Loading.References;

namespace ActorIL.Loading;

/// <summary>What a plug-in uses of the program that is not there, as after it was built with other packages.</summary>
internal static class MissingMembers
{
    /// <summary>The first of it, such as ActorIL.Core.Spaces.Space.Of; null where all is there.</summary>
    public static string? First(Assembly plugin, MetadataReader reader) =>
        reader
            .TypeReferences.Where(handle => IsOurs(reader, handle))
            .Where(handle => !Resolves(() => plugin.ManifestModule.ResolveType(MetadataTokens.GetToken(handle))))
            .Select(handle => TypeNames.Instance.Of(reader, handle))
            .Concat(
                reader
                    .MemberReferences.Where(handle => IsOurs(reader, reader.GetMemberReference(handle).Parent))
                    .Where(handle =>
                        !Resolves(() => plugin.ManifestModule.ResolveMember(MetadataTokens.GetToken(handle)))
                    )
                    .Select(handle => NameOf(reader, reader.GetMemberReference(handle)))
            )
            .FirstOrDefault();

    private static bool Resolves(Action resolve)
    {
        try
        {
            resolve();
            return true;
        }
        catch (MissingMemberException)
        {
            return false;
        }
        catch (TypeLoadException)
        {
            return false;
        }
        catch (BadImageFormatException)
        {
            return IsUnknown;
        }
        catch (ArgumentException)
        {
            return IsUnknown;
        }
    }

    // A member of an open generic type cannot be looked up so; if it is missing, its use says so.
    private static bool IsUnknown => true;

    private static bool IsOurs(MetadataReader reader, EntityHandle type) =>
        type.Kind == HandleKind.TypeReference && IsOurs(reader, (TypeReferenceHandle)type);

    private static bool IsOurs(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOurs(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => SharedAssemblies.Find(
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
            )
                is not null,
            _ => false,
        };
    }

    private static string NameOf(MetadataReader reader, MemberReference member) =>
        $"{TypeNames.Instance.Of(reader, member.Parent)}.{reader.GetString(member.Name)}";
}
