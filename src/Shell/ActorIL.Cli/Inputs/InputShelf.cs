using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Runs;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Inputs;

/// <summary>Where the files of an earlier run are kept, so that it needs the originals no more.</summary>
/// <param name="Name">What errors call the place; empty for none.</param>
/// <param name="Find">The bytes of a kept file by its name; null where it is not there.</param>
internal sealed record InputShelf(string Name, Func<string, ImmutableArray<byte>?> Find)
{
    private const string Folder = "inputs/";
    private const string MediaType = "application/octet-stream";

    /// <summary>A run that begins has nothing kept.</summary>
    public static InputShelf None { get; } = new("", static _ => null);

    /// <summary>What is kept in a run directory.</summary>
    public static InputShelf Of(RunPaths paths) =>
        new(
            paths.Inputs,
            name =>
                BinaryFile
                    .Read(Path.Combine(paths.Inputs, name), "a file of the run")
                    .Match<ImmutableArray<byte>?>(bytes => bytes, _ => null)
        );

    /// <summary>What is kept in a trace.</summary>
    public static InputShelf Of(TraceReader trace) =>
        new(
            trace.Path,
            name =>
                trace.Attachments.FirstOrDefault(attachment => attachment.Name == Folder + name) is { } attachment
                    ? ImmutableCollectionsMarshal.AsImmutableArray(attachment.Data.ToArray())
                    : null
        );

    /// <summary>A file as a trace keeps it.</summary>
    public static McapAttachment Attachment(Experiments.Inputs.InputFile file) =>
        new(0, 0, Folder + file.Name, MediaType, file.Bytes.AsMemory());

    /// <summary>Writes files as a run directory keeps them.</summary>
    public static Result<RunPaths, Error> Keep(RunPaths paths, ImmutableArray<Experiments.Inputs.InputFile> files) =>
        files.IsEmpty
            ? Result.Success<RunPaths, Error>(paths)
            : files
                .Aggregate(
                    FolderFiles.Create(paths.Inputs),
                    (written, file) =>
                        written.Then(_ =>
                            AtomicFile.WriteBytes(Path.Combine(paths.Inputs, file.Name), file.Bytes.AsMemory())
                        )
                )
                .Map(_ => paths);
}
