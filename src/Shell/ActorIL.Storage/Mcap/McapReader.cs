using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// Reads MCAP files, from the start to the end or by the index, at most one chunk in memory at a time. Nothing is
/// handed out that was not checked first; what the index says is a hint, confirmed against the record it points at.
/// </summary>
/// <remarks>
/// The format: https://mcap.dev/spec. Compressed chunks are refused. One reader serves one reading at a time.
/// </remarks>
public sealed class McapReader : IDisposable
{
    private readonly Stream _stream;
    private readonly McapSource _source;
    private readonly McapReadOptions _options;

    private McapReader(Stream stream, McapSource source, McapReadOptions options) =>
        (_stream, _source, _options) = (stream, source, options);

    /// <summary>What errors call the file.</summary>
    public string Name => _source.Name;

    /// <summary>Of the file when it was opened, in bytes.</summary>
    public long Length => _source.Length;

    /// <summary>Opens a file, which may still be growing: what it has now is read.</summary>
    public static Result<McapReader, Error> Open(string path, McapReadOptions options) =>
        FileEdge
            .Try(
                path,
                "an MCAP file",
                () =>
                    Directory.Exists(path)
                        ? Result.Failure<FileStream, Error>(
                            new(path, "a folder", "an MCAP file", "Name the file inside it.")
                        )
                        : Result.Success<FileStream, Error>(
                            new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                        )
            )
            .Then(stream => Open(stream, path, options));

    /// <summary>Reads a stream, which the reader owns from here on.</summary>
    /// <param name="stream">Readable and seekable.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="options">How much the reader insists on.</param>
    public static Result<McapReader, Error> Open(Stream stream, string name, McapReadOptions options) =>
        FileEdge
            .Try(name, "an MCAP file", () => McapSource.Of(stream, name, stream.Length))
            .Map(source => new McapReader(stream, source, options));

    /// <summary>
    /// Every record from the start: the header, then what the data section has, each chunk followed by its records.
    /// The first error is the last element, a file that was not closed among them.
    /// </summary>
    public IEnumerable<Result<McapRecord, Error>> Records() =>
        new McapWalk(_source, _options).Records(withChunkRecords: true);

    /// <summary>The same with chunks alone, for who takes their records from them.</summary>
    public IEnumerable<Result<McapRecord, Error>> Chunks() =>
        new McapWalk(_source, _options).Records(withChunkRecords: false);

    /// <summary>What the summary section says; a file without one is an error, and is read from its start.</summary>
    public Result<McapSummary, Error> Summary() =>
        McapTail
            .Read(_source, _options)
            .Then(tail =>
                tail.HasSummary
                    ? Result.Success<McapSummary, Error>(tail.Summary)
                    : Result.Failure<McapSummary, Error>(
                        new(Name, "no summary", "an MCAP file with a summary", "Read it from its start.")
                    )
            );

    /// <summary>The chunk an index points at.</summary>
    /// <param name="summary">Of this file: its schemas and channels are those the chunk may use.</param>
    /// <param name="index">One of its chunk indexes.</param>
    public Result<McapChunk, Error> ReadChunk(McapSummary summary, McapChunkIndex index) =>
        Frame(index.ChunkOffset, index.ChunkLength, McapOpcode.Chunk)
            .Then(frame => McapChunk.Of(frame, _source, _options))
            .Then(chunk => Confirm(summary, index, chunk));

    /// <summary>The metadata an index points at.</summary>
    public Result<McapMetadata, Error> ReadMetadata(McapMetadataIndex index) =>
        Frame(index.Offset, index.Length, McapOpcode.Metadata)
            .Then(frame =>
            {
                var fields = new McapFields(frame.Content.Span);
                var metadata = McapDecoding.Metadata(ref fields);
                return Checked(frame, ref fields, metadata, metadata.Name == index.Name);
            });

    /// <summary>The attachment an index points at.</summary>
    public Result<McapAttachment, Error> ReadAttachment(McapAttachmentIndex index) =>
        Frame(index.Offset, index.Length, McapOpcode.Attachment)
            .Then(frame =>
            {
                var fields = new McapFields(frame.Content.Span);
                var attachment = McapDecoding.Attachment(ref fields, frame.Content, _options.RequireChecksums);
                var isSame =
                    attachment.Name == index.Name
                    && attachment.MediaType == index.MediaType
                    && attachment.LogTime == index.LogTime
                    && attachment.CreateTime == index.CreateTime
                    && (ulong)attachment.Data.Length == index.DataLength;
                return Checked(frame, ref fields, attachment, isSame);
            });

    internal McapScanReport Scan() => McapScan.Scan(_source, _options);

    public void Dispose() => _stream.Dispose();

    private Result<McapFrame, Error> Frame(ulong offset, ulong length, byte opcode) =>
        offset > long.MaxValue
            ? Result.Failure<McapFrame, Error>(_source.At(Length, $"an index that points at byte {offset}"))
            : _source
                .Frame((long)offset)
                .Then(frame =>
                    frame.Opcode == opcode && (ulong)frame.Place.Length == length
                        ? Result.Success<McapFrame, Error>(frame)
                        : Result.Failure<McapFrame, Error>(_source.At((long)offset, "another record than in the index"))
                );

    private Result<McapChunk, Error> Confirm(McapSummary summary, McapChunkIndex index, McapChunk chunk)
    {
        var catalog = new McapCatalog(summary);
        var fault = catalog.Add(chunk.Survey);
        var isSame =
            chunk.StartTime == index.StartTime
            && chunk.EndTime == index.EndTime
            && (ulong)chunk.Bytes.Length == index.UncompressedLength
            && (ulong)chunk.Bytes.Length == index.CompressedLength
            && index.Compression.Length == 0
            && (index.Indexes.Count == 0 || HasChannels(index, chunk));
        return fault.Length == 0 && isSame
            ? Result.Success<McapChunk, Error>(chunk)
            : Result.Failure<McapChunk, Error>(
                _source.At(chunk.Place.Offset, isSame ? fault : "another chunk than in the index")
            );
    }

    private Result<T, Error> Checked<T>(McapFrame frame, ref McapFields fields, T value, bool isSame)
    {
        if (!isSame)
        {
            fields.Fail("another record than in the index");
        }

        return fields.Fault is { } fault
            ? Result.Failure<T, Error>(_source.At(frame.Place.Offset, fault))
            : Result.Success<T, Error>(value);
    }

    private static bool HasChannels(McapChunkIndex index, McapChunk chunk) =>
        index
            .Indexes.Items.Select(offset => offset.ChannelId)
            .Order()
            .SequenceEqual(chunk.Indexes.Select(own => own.ChannelId));
}
