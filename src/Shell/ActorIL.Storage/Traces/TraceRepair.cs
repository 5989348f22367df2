using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Makes a trace out of one that was cut or damaged: what is whole from its start, an ending that says it was broken
/// off there, and a summary. The damaged file stays as it is.
/// </summary>
public static class TraceRepair
{
    /// <summary>What a repaired file is called unless told otherwise, after the name of the damaged one.</summary>
    public const string Ending = ".repaired.mcap";

    private const string Wanted = "a trace that can be written";

    /// <summary>Repairs a trace; one that is whole is left alone, and nothing is written.</summary>
    /// <param name="path">The trace.</param>
    /// <param name="target">The file to write, which must not exist; written aside and renamed.</param>
    public static Result<TraceRepairReport, Error> Run(string path, string target) =>
        TraceReader
            .Open(path)
            .Then(trace =>
            {
                using (trace)
                {
                    return Scan(trace)
                        .Then(prefix =>
                            prefix.IsClosed
                                ? Result.Success<TraceRepairReport, Error>(Report(path, prefix, written: ""))
                                : Write(trace, prefix, target).Map(written => Report(path, prefix, written))
                        );
                }
            });

    private static Result<TracePrefix, Error> Scan(TraceReader trace) =>
        FileEdge.Try(
            trace.Path,
            "the trace of a run",
            () =>
            {
                using var stream = Reading(trace.Path);
                return TracePrefixScan.Run(trace, stream);
            }
        );

    private static FileStream Reading(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static Result<string, Error> Write(TraceReader trace, TracePrefix prefix, string target) =>
        Path.Exists(target)
            ? Result.Failure<string, Error>(
                new(
                    FileEdge.Shown(target),
                    "something of that name",
                    "a file that does not exist yet",
                    "Name another file with --out; nothing is overwritten."
                )
            )
            : FileEdge.Try(target, Wanted, () => WriteAside(trace, prefix, Path.GetFullPath(target)));

    private static Result<string, Error> WriteAside(TraceReader trace, TracePrefix prefix, string target)
    {
        var partial = target + AtomicFile.PartialEnding;
        try
        {
            return Copy(trace.Path, partial, prefix.Length)
                .Then(writer => Close(trace.Manifest, prefix, partial, writer))
                .Map(_ =>
                {
                    File.Move(partial, target, overwrite: false);
                    return target;
                });
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static Result<McapWriter, Error> Copy(string path, string partial, long length) =>
        FileEdge
            .Try(
                partial,
                Wanted,
                () =>
                    Result.Success<FileStream, Error>(
                        new(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.Read)
                    )
            )
            .Then(stream =>
                FileEdge
                    .Try(
                        path,
                        Wanted,
                        () =>
                        {
                            using var source = Reading(path);
                            source.CopyTo(stream);
                            stream.SetLength(length);
                            return McapWriter.Continue(stream, partial, length);
                        }
                    )
                    .MapError(error =>
                    {
                        stream.Dispose();
                        return error;
                    })
            );

    private static Result<string, Error> Close(
        TraceManifest manifest,
        TracePrefix prefix,
        string partial,
        McapWriter writer
    )
    {
        using var file = TraceFile.Of(partial, writer);
        if (prefix.Ending is not null)
        {
            return file.Close();
        }

        var ticks = (ulong)manifest.TickNanoseconds;
        return TraceRecorder
            .Continue(
                file,
                new(manifest.Level, manifest.TickNanoseconds, _ => null),
                new(prefix.Length, [], prefix.LastOrdinal + 1, prefix.Chain, 0, [], [], prefix.Channels),
                new RunProgress(
                    (long)(prefix.End.Nanoseconds / ticks),
                    (int)(prefix.End.Nanoseconds % ticks),
                    prefix.LastOrdinal
                ),
                new HashChain(prefix.Chain)
            )
            .Then(recorder =>
            {
                recorder.End(
                    new(EndingRecord.BrokenOff, prefix.LastOrdinal, prefix.DeadLetterCount, prefix.Chain, "", "")
                );
                return file.Close();
            });
    }

    private static TraceRepairReport Report(string path, TracePrefix prefix, string written)
    {
        var end = prefix.IsClosed ? null : End(path);
        return new()
        {
            Out = written,
            IsComplete = prefix.Ending is not null,
            LastOrdinal = prefix.LastOrdinal,
            ChunkCount = prefix.ChunkCount,
            KeptBytes = prefix.IsClosed ? prefix.FileLength : prefix.Length,
            LostBytes = prefix.IsClosed ? 0 : prefix.FileLength - prefix.Length,
            LostChunkCount = prefix.Ending is not null ? 0 : end?.ChunkCount - prefix.ChunkCount,
            LostDeliveryCount = prefix.Ending is not null ? 0 : end?.LastOrdinal - prefix.LastOrdinal,
            Cause = prefix.IsClosed ? "" : prefix.Cause,
        };
    }

    /// <summary>How far the trace went, where its summary and last chunk are there to say so.</summary>
    private static TraceEnd? End(string path) =>
        McapReader
            .Open(path, McapReadOptions.Own)
            .Then(reader =>
            {
                using (reader)
                {
                    return reader.Summary().Map<TraceEnd?>(summary => End(reader, summary));
                }
            })
            .Match(end => end, _ => null);

    private static TraceEnd? End(McapReader reader, McapSummary summary) =>
        summary.Chunks.Count == 0
            ? null
            : reader
                .ReadChunk(summary, summary.Chunks.Items[^1])
                .Match<TraceEnd?>(
                    chunk =>
                        chunk.Messages().LastOrDefault() is { } last
                        && summary.Channels.Any(channel =>
                            channel.Id == last.ChannelId && channel.Topic == TraceTopics.Chain
                        )
                            ? FieldCodec
                                .Read<ChainRecord>(last.Data.Span, _ => null)
                                .Match<TraceEnd?>(chain => new(summary.Chunks.Count, chain.LastOrdinal), _ => null)
                            : null,
                    _ => null
                );

    private sealed record TraceEnd(int ChunkCount, long LastOrdinal);
}
