using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Versioning;
using ActorIL.Core.Prelude;
using ActorIL.Loading.References;

namespace ActorIL.Loading;

/// <summary>Which .NET a library was built for.</summary>
internal static class TargetFrameworks
{
    private const string Attribute = "System.Runtime.Versioning.TargetFrameworkAttribute";
    private const string Core = ".NETCoreApp";
    private const string Standard = ".NETStandard";
    private const string RuntimeAssembly = "System.Runtime";

    /// <summary>Refuses a library of a newer .NET than the one that runs, or of another kind of .NET.</summary>
    public static Result<bool, Error> Check(
        PluginPath path,
        MetadataReader reader,
        ImmutableArray<AssemblyName> references
    )
    {
        var stated = Stated(reader);
        var isOther = stated is { Identifier: not (Core or Standard) };
        var version = stated is { Identifier: Core } ? stated.Version : Referenced(references);
        return isOther || version > Running
            ? Result.Failure<bool, Error>(
                new(
                    path.AsTyped,
                    isOther ? $"a library for {stated}" : $"a library for .NET {version.ToString(fieldCount: 2)}",
                    $"one for .NET {Running.ToString(fieldCount: 2)} or before",
                    $"Set its TargetFramework to net{Running.ToString(fieldCount: 2)}."
                )
            )
            : Result.Success<bool, Error>(true);
    }

    private static Version Running { get; } = new(Environment.Version.Major, Environment.Version.Minor);

    private static Version Referenced(ImmutableArray<AssemblyName> references) =>
        references.FirstOrDefault(name => name.Name == RuntimeAssembly)?.Version is { } version
            ? new(version.Major, version.Minor)
            : new(0, 0);

    private static FrameworkName? Stated(MetadataReader reader)
    {
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (
                attribute.Constructor.Kind == HandleKind.MemberReference
                && TypeNames.Instance.Of(
                    reader,
                    reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                ) == Attribute
            )
            {
                var value = reader.GetBlobReader(attribute.Value);
                // Two bytes begin every attribute's value.
                _ = value.ReadUInt16();
                return new FrameworkName(value.ReadSerializedString() ?? "");
            }
        }

        return null;
    }
}
