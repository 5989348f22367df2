using System.Collections.Immutable;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Files;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>A trace that is being recorded.</summary>
/// <param name="file">Where chunks go.</param>
/// <param name="recorder">What makes them.</param>
/// <param name="path">What the file is called once it is whole.</param>
public sealed class OpenTrace(TraceFile file, TraceRecorder recorder, string path) : IDisposable
{
    /// <summary>What a trace is called while a resumed run goes on with it.</summary>
    public const string ResumedEnding = ".resumed";

    /// <summary>The name of what a fork begins with, inside its trace.</summary>
    public const string BeginningName = "beginning.safetensors";

    private const string Wanted = "a trace that can be written";

    public TraceFile File => file;

    public TraceRecorder Recorder => recorder;

    /// <summary>A new trace with its manifest, on the disk before anything else is.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <param name="manifest">Its head.</param>
    /// <param name="beginning">What a fork begins with; null for none.</param>
    /// <param name="recording">What is kept.</param>
    /// <param name="files">What the run read from files.</param>
    public static Result<OpenTrace, Error> Begin(
        string path,
        TraceManifest manifest,
        RunCheckpoint? beginning,
        TraceRecording recording,
        params ImmutableArray<McapAttachment> files
    ) =>
        FileEdge
            .Try(
                path,
                Wanted,
                () =>
                    Result.Success<FileStream, Error>(
                        new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read)
                    )
            )
            .Then(stream =>
                McapWriter
                    .Start(stream, path, Header)
                    .Then(writer =>
                        writer
                            .WriteMetadata(ManifestRecord(manifest))
                            .Then(_ => Attach(writer, beginning))
                            .Then(_ => Attach(writer, files))
                            .Then(_ => writer.Flush(toDisk: true))
                            .Map(_ => writer)
                    )
                    .MapError(error =>
                    {
                        stream.Dispose();
                        return error;
                    })
            )
            .Map(writer =>
            {
                var file = TraceFile.Of(path, writer);
                var recorder = new TraceRecorder(file, recording);
                if (beginning is not null)
                {
                    recorder.GoOnFrom(beginning.Snapshot);
                }

                return new OpenTrace(file, recorder, path);
            });

    /// <summary>
    /// Goes on with a trace from where a checkpoint stood. What is kept of it is copied to a file beside it, which
    /// takes its place when the trace is closed. Where an earlier attempt left such a file, that one is gone on with.
    /// </summary>
    /// <param name="path">The trace.</param>
    /// <param name="checkpoint">Where the run stood.</param>
    /// <param name="state">Where the recorder stood.</param>
    /// <param name="resumption">What the manifest is to say of this.</param>
    /// <param name="recordingOf">What a run of this manifest keeps.</param>
    public static Result<OpenTrace, Error> Resume(
        string path,
        RunCheckpoint checkpoint,
        RecorderState state,
        TraceResumption resumption,
        Func<TraceManifest, TraceRecording> recordingOf
    )
    {
        var side = path + ResumedEnding;
        return Aside(path, side, state.FileLength, resumption)
            .Then(_ => Writer(side, state.FileLength))
            .Then(resumed =>
            {
                var file = TraceFile.Of(side, resumed.Writer);
                var clock = checkpoint.Snapshot.Clock;
                return TraceRecorder
                    .Continue(
                        file,
                        recordingOf(resumed.Manifest),
                        state,
                        new(clock.Tick, clock.Micro, clock.DeliveryCount),
                        new HashChain(clock.Chain)
                    )
                    .Map(recorder => new OpenTrace(file, recorder, path));
            });
    }

    /// <summary>Writes what makes the file whole and gives it its name; returns that.</summary>
    public Result<string, Error> Close() =>
        file.Close()
            .Then(written =>
                written == path
                    ? Result.Success<string, Error>(path)
                    : FileEdge.Try(
                        path,
                        Wanted,
                        () =>
                        {
                            System.IO.File.Move(written, path, overwrite: true);
                            return Result.Success<string, Error>(path);
                        }
                    )
            );

    public void Dispose() => file.Dispose();

    private static McapHeader Header { get; } = new(TraceReader.Profile, "actoril-trace/1");

    private static McapMetadata ManifestRecord(TraceManifest manifest) =>
        new(ManifestText.RecordName, ManifestText.Entries(manifest));

    private static Result<bool, Error> Attach(McapWriter writer, RunCheckpoint? beginning) =>
        beginning is null
            ? Result.Success<bool, Error>(true)
            : writer
                .WriteAttachment(
                    new(0, 0, BeginningName, "application/octet-stream", RunCheckpointFile.Bytes(beginning))
                )
                .Map(_ => true);

    private static Result<bool, Error> Attach(McapWriter writer, ImmutableArray<McapAttachment> files) =>
        files.Aggregate(
            Result.Success<bool, Error>(true),
            (before, file) => before.Then(_ => writer.WriteAttachment(file).Map(_ => true))
        );

    /// <summary>
    /// Makes the side file anew: what is kept, with the manifest that tells of this resumption. An earlier side file
    /// may be all there is of the latest deliveries, so it is replaced by a rename and never written in place.
    /// </summary>
    private static Result<string, Error> Aside(string path, string side, long length, TraceResumption resumption)
    {
        var partial = side + AtomicFile.PartialEnding;
        var source = Writer(side, length).Match(earlier => Release(earlier, side), _ => path);
        return Copy(source, partial, length)
            .Then(_ => Writer(partial, length))
            .Then(copy =>
            {
                using var writer = copy.Writer;
                var manifest = ManifestText.Resumed(copy.Manifest, resumption);
                return writer
                    .ReplaceMetadata(copy.Place, ManifestRecord(manifest))
                    .Then(_ => writer.Flush(toDisk: true));
            })
            .Then(_ =>
                FileEdge.Try(
                    side,
                    Wanted,
                    () =>
                    {
                        System.IO.File.Move(partial, side, overwrite: true);
                        return Result.Success<string, Error>(side);
                    }
                )
            )
            .MapError(error =>
            {
                System.IO.File.Delete(partial);
                return error with { Where = error.Where.Replace(partial, source, StringComparison.Ordinal) };
            });
    }

    private static string Release(ResumedFile earlier, string path)
    {
        earlier.Writer.Dispose();
        return path;
    }

    private static Result<string, Error> Copy(string path, string target, long length) =>
        FileEdge.Try(
            path,
            "the trace of the run",
            () =>
            {
                using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var to = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
                from.CopyTo(to);
                to.SetLength(Math.Min(to.Length, length));
                return Result.Success<string, Error>(target);
            }
        );

    private static Result<ResumedFile, Error> Writer(string path, long length) =>
        ManifestPlace
            .Of(path)
            .Then(found =>
                FileEdge
                    .Try(
                        path,
                        Wanted,
                        () =>
                            Result.Success<FileStream, Error>(
                                new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read)
                            )
                    )
                    .Then(stream =>
                        McapWriter
                            .Continue(stream, path, length)
                            .MapError(error =>
                            {
                                stream.Dispose();
                                return error;
                            })
                    )
                    .Map(writer => new ResumedFile(writer, found.Place, found.Manifest))
            );

    private sealed record ResumedFile(McapWriter Writer, McapPlace Place, TraceManifest Manifest);
}
