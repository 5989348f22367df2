using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Reads a trace from its start, one chunk in memory at a time. Each chunk is checked against the chain it gives before
/// anything of it is handed out.
/// </summary>
public sealed class TraceReader : IDisposable
{
    /// <summary>The profile in the header of every trace.</summary>
    public const string Profile = "actoril";

    private readonly McapReader _file;

    private TraceReader(
        McapReader file,
        TraceManifest manifest,
        ImmutableArray<McapAttachment> attachments,
        bool isExcerpt
    ) => (_file, Manifest, Attachments, IsExcerpt) = (file, manifest, attachments, isExcerpt);

    public string Path => _file.Name;

    /// <summary>Bytes of the file.</summary>
    public long Length => _file.Length;

    public TraceManifest Manifest { get; }

    /// <summary>Whether this is a part of a trace that somebody picked.</summary>
    public bool IsExcerpt { get; }

    /// <summary>Whether every delivery of the run is there.</summary>
    internal bool HasAll => Manifest.Level >= TraceLevel.Keys && !IsExcerpt;

    /// <summary>What stands before the first chunk: the beginning of a fork.</summary>
    public ImmutableArray<McapAttachment> Attachments { get; }

    /// <summary>Opens a trace; another kind of MCAP file is an error, and so is one without a manifest.</summary>
    public static Result<TraceReader, Error> Open(string path) =>
        McapReader
            .Open(path, McapReadOptions.Own)
            .Then(file =>
                ReadBeginning(file)
                    .MapError(error =>
                    {
                        file.Dispose();
                        return error;
                    })
            );

    /// <summary>
    /// Everything the trace says, in the order of the run. The first error is the last element; a trace that was not
    /// closed ends with one.
    /// </summary>
    public IEnumerable<Result<TraceEntry, Error>> Entries()
    {
        var decoding = new ChunkDecoding(Path, HasAll);
        foreach (var record in _file.Chunks())
        {
            var entries = record.Match(
                found => decoding.Decode(found),
                Result.Failure<ImmutableArray<TraceEntry>, Error>
            );
            foreach (var entry in Each(entries))
            {
                yield return entry;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static IEnumerable<Result<TraceEntry, Error>> Each(Result<ImmutableArray<TraceEntry>, Error> entries) =>
        entries.Match<IEnumerable<Result<TraceEntry, Error>>>(
            found => found.Select(Result.Success<TraceEntry, Error>),
            error => [Result.Failure<TraceEntry, Error>(error)]
        );

    private static Result<TraceReader, Error> ReadBeginning(McapReader file)
    {
        var beginning = new TraceBeginning(file.Name);
        foreach (var record in file.Chunks())
        {
            if (!record.Match(beginning.Take, beginning.Refuse))
            {
                break;
            }
        }

        return beginning.Manifest.Map(manifest => new TraceReader(
            file,
            manifest,
            beginning.Attachments,
            beginning.IsExcerpt
        ));
    }
}
