using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>New data sets of verbs: never over a file that is there, and told in a line.</summary>
internal static class DatasetWriting
{
    /// <summary>The path, if neither it nor its sidecar is there, and it ends as a data set does.</summary>
    public static Result<string, Error> Check(string path) =>
        path.EndsWith(DatasetFile.Ending, StringComparison.Ordinal)
            ? NewFile.Check(path).Then(_ => NewFile.Check(DatasetFile.SidecarOf(path))).Map(_ => path)
            : Result.Failure<string, Error>(
                new(path, "another ending", $"a file that ends in {DatasetFile.Ending}", "Rename it.")
            );

    /// <summary>Writes it; the path as it was given.</summary>
    public static Result<string, Error> Save(string path, DatasetSidecar sidecar, DatasetContent content) =>
        Check(path).Then(_ => DatasetFile.Save(path, sidecar, content)).Map(_ => path);

    /// <summary>Says what was written.</summary>
    public static void Tell(Terminal terminal, string path, DatasetSidecar sidecar, DatasetContent content) =>
        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {DatasetText.Of(content, sidecar.Environment)}, described in {DatasetFile.SidecarOf(path)}\n"
            )
        );

    /// <summary>The sidecar of a data set that is to be worked on, or why there is none.</summary>
    public static Result<DatasetSidecar, Error> Require(LoadedDataset dataset) =>
        dataset.Sidecar is { } sidecar
            ? Result.Success<DatasetSidecar, Error>(sidecar)
            : Result.Failure<DatasetSidecar, Error>(
                new(
                    dataset.Path,
                    $"no sidecar {DatasetFile.SidecarOf(dataset.Path)}: the environment is unknown",
                    "a data set that says where it comes from",
                    "`actoril dataset import` makes one of it."
                )
            );
}
