using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ActorIL.Core.Prelude;
using ActorIL.Loading.References;

namespace ActorIL.Loading;

/// <summary>
/// Reads the metadata of a file, without loading it, and refuses what cannot be a plug-in of this program.
/// </summary>
internal static class PluginInspection
{
    /// <summary>What the file says of itself, or what is wrong with it.</summary>
    public static Result<PluginHeader, Error> Inspect(PluginFile file)
    {
        try
        {
            using var image = new PEReader(new MemoryStream(file.Bytes));
            return image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } reader
                ? Inspect(file.Path, image, reader)
                : NoAssembly(file.Path);
        }
        catch (BadImageFormatException)
        {
            return NoAssembly(file.Path);
        }
    }

    private static Result<PluginHeader, Error> Inspect(PluginPath path, PEReader image, MetadataReader reader)
    {
        ImmutableArray<AssemblyName> references =
        [
            .. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName()),
        ];
        return TargetFrameworks
            .Check(path, reader, references)
            .Then(_ => ContractCheck.Check(path, references))
            .Then(contract =>
                PluginClass
                    .Find(path, reader)
                    .Map(name => new PluginHeader(name, contract, references, Ambient(path, image)))
            );
    }

    private static ImmutableArray<AmbientCall> Ambient(PluginPath path, PEReader image)
    {
        using var symbols = Symbols(path, image);
        return
        [
            .. BannedReferences
                .Find(CompiledAssembly.References(image, symbols?.GetMetadataReader()))
                .DistinctBy(static banned => (banned.Use.Within, banned.Use.Type))
                .Select(static banned => new AmbientCall(
                    WrittenCode.NameOf(banned.Use.Within),
                    banned.Name,
                    banned.Wanted,
                    PlaceOf(banned.Use)
                )),
        ];
    }

    private static string PlaceOf(Reference use) =>
        use.LineNumber > 0
            ? FormattableString.Invariant($"{use.Path[(use.Path.LastIndexOfAny(['/', '\\']) + 1)..]}:{use.LineNumber}")
            : "";

    // Symbols only make places nicer: those that cannot be read are none.
    private static MetadataReaderProvider? Symbols(PluginPath path, PEReader image)
    {
        try
        {
            return image.TryOpenAssociatedPortablePdb(path.Full, OpenIfThere, out var symbols, out _) ? symbols : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static MemoryStream? OpenIfThere(string path) =>
        File.Exists(path) ? new MemoryStream(File.ReadAllBytes(path)) : null;

    private static Result<PluginHeader, Error> NoAssembly(PluginPath path) =>
        Result.Failure<PluginHeader, Error>(
            new(
                path.AsTyped,
                "a file that is no .NET assembly",
                "the DLL of a plug-in",
                "Name the DLL that `dotnet build` wrote."
            )
        );
}
