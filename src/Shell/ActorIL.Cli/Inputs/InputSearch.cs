using System.Collections.Immutable;
using System.Security.Cryptography;
using ActorIL.Core.Prelude;
using ActorIL.Experiments.Inputs;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Inputs;

/// <summary>
/// Finds the file that a run means: the one it kept, else the one at the recorded path. Content of another hash than
/// the recorded one is another file.
/// </summary>
internal static class InputSearch
{
    private const int ShownHashLength = 12;

    public static Result<LoadedInput, Error> Find(InputReference reference, InputShelf shelf) =>
        shelf.Find(reference.KeptName) is { } kept && HashOf(kept) is var hash && Fits(reference, hash)
            ? Result.Success<LoadedInput, Error>(
                new(
                    reference with
                    {
                        Hash = hash,
                    },
                    kept,
                    HasSidecar(reference) ? shelf.Find(LoadedInput.SidecarName(reference)) ?? [] : []
                )
            )
            : AtPath(reference, shelf);

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(ImmutableArray<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan()));

    private static Result<LoadedInput, Error> AtPath(InputReference reference, InputShelf shelf) =>
        BinaryFile
            .Read(reference.Path, Wanted(reference))
            .MapError(error =>
                reference.Hash.Length > 0 && shelf.Name.Length > 0
                    ? error with
                    {
                        Wanted = $"{error.Wanted}, there or as {reference.KeptName} in {shelf.Name}",
                    }
                    : error
            )
            .Then(bytes =>
                HashOf(bytes) is var hash && Fits(reference, hash)
                    ? Sidecar(reference).Map(sidecar => new LoadedInput(reference with { Hash = hash }, bytes, sidecar))
                    : Result.Failure<LoadedInput, Error>(
                        new(
                            reference.Path,
                            $"another file than the run began with: SHA-256 {hash[..ShownHashLength]}...",
                            $"the one of SHA-256 {reference.Hash[..ShownHashLength]}..., as {reference.HashKey} says",
                            $"Restore the file; for a run with this one, leave {reference.HashKey} empty."
                        )
                    )
            );

    private static Result<ImmutableArray<byte>, Error> Sidecar(InputReference reference) =>
        HasSidecar(reference) && File.Exists(DatasetFile.SidecarOf(reference.Path))
            ? BinaryFile.Read(DatasetFile.SidecarOf(reference.Path), "the sidecar of a data set")
            : Result.Success<ImmutableArray<byte>, Error>([]);

    private static bool Fits(InputReference reference, string hash) =>
        reference.Hash.Length == 0 || reference.Hash == hash;

    private static bool HasSidecar(InputReference reference) => reference.Role == InputRole.Demonstrations;

    private static string Wanted(InputReference reference) =>
        reference.Role switch
        {
            InputRole.Expert or InputRole.Start => "a policy's checkpoint",
            InputRole.Demonstrations => "a data set, .npz",
        };
}
