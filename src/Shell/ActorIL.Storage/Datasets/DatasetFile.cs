using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Datasets;

/// <summary>
/// A data set on disk: NAME.npz, which <c>numpy.load</c> opens, and NAME.json, which says where it comes from.
/// </summary>
public static class DatasetFile
{
    public const string Ending = ".npz";
    public const string SidecarEnding = ".json";

    /// <summary>The path of the sidecar of a data set.</summary>
    public static string SidecarOf(string path) => Path.ChangeExtension(path, SidecarEnding);

    /// <summary>
    /// Writes both files, each aside and then renamed, the arrays first; returns the full path of the arrays. The same
    /// data set gives the same bytes.
    /// </summary>
    public static Result<string, Error> Save(string path, DatasetSidecar sidecar, DatasetContent content)
    {
        var isDiscrete = sidecar.Actions.Match(discrete: _ => true, box: _ => false, product: _ => false);
        var arrays = DatasetArrays.Of(content, isDiscrete);
        return AtomicFile
            .Write(path, stream => NpzFile.Write(stream, arrays.Select(array => array.ToArray())))
            .Then(full =>
                AtomicFile.WriteText(SidecarOf(full), SidecarText.Render(sidecar, content, arrays)).Map(_ => full)
            );
    }

    /// <summary>What is there, its hash not yet held against the sidecar's. A missing sidecar is no error.</summary>
    public static Result<LoadedDataset, Error> Open(string path) =>
        NpzReader
            .Read(path)
            .Then(arrays =>
                new DatasetReading(path, arrays)
                    .Content()
                    .Then(content =>
                        Describe(path).Map(described => new LoadedDataset(path, arrays, content, described))
                    )
            );

    /// <summary>A data set whose files were read before.</summary>
    /// <param name="path">The file of the arrays, as errors show it.</param>
    /// <param name="arrays">Its bytes.</param>
    /// <param name="sidecar">The text of the sidecar; null where there is none.</param>
    public static Result<LoadedDataset, Error> Of(string path, Stream arrays, string? sidecar) =>
        NpzReader
            .Read(arrays, path)
            .Then(loaded =>
                new DatasetReading(path, loaded)
                    .Content()
                    .Then(content =>
                        Describe(path, sidecar).Map(described => new LoadedDataset(path, loaded, content, described))
                    )
            )
            .Then(Checked);

    /// <summary>The same, for use: arrays that are not those the sidecar speaks of are refused.</summary>
    public static Result<LoadedDataset, Error> Load(string path) => Open(path).Then(Checked);

    /// <summary>How the arrays are not those that the sidecar speaks of; null where they are, or nobody says.</summary>
    public static Error? HashProblem(LoadedDataset loaded) =>
        loaded.Described is { } described && described.ContentHash != loaded.ContentHash
            ? new(
                loaded.Path,
                $"arrays of hash {loaded.ContentHash}",
                $"those of hash {described.ContentHash}, as {SidecarOf(loaded.Path)} says",
                "Restore the file; or, if it was changed on purpose, delete the sidecar and import it."
            )
            : null;

    private static Result<LoadedDataset, Error> Checked(LoadedDataset loaded) =>
        HashProblem(loaded) is { } problem
            ? Result.Failure<LoadedDataset, Error>(problem)
            : Result.Success<LoadedDataset, Error>(loaded);

    private static Result<DescribedDataset?, Error> Describe(string path, string? sidecar) =>
        sidecar is null
            ? Result.Success<DescribedDataset?, Error>(null)
            : SidecarReading.Read(SidecarOf(path), sidecar);

    private static Result<DescribedDataset?, Error> Describe(string path)
    {
        var sidecar = SidecarOf(path);
        return File.Exists(sidecar)
            ? TextFile.Read(sidecar).Then(text => SidecarReading.Read(sidecar, text))
            : Result.Success<DescribedDataset?, Error>(null);
    }
}
