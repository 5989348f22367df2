using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// Writes an MCAP file record by record. Every record reaches the stream whole before its call returns; one that
/// fails, a full disk for example, is an error, and the stream is cut back to the record before it.
/// </summary>
/// <remarks>The format: https://mcap.dev/spec. Chunks are not compressed; every checksum is written.</remarks>
public sealed class McapWriter : IDisposable
{
    private const string Wanted = "an MCAP file that can be written";

    private readonly Stream _stream;
    private readonly string _name;
    private readonly McapTally _tally;
    private readonly SortedDictionary<long, uint> _metadataCrcs = [];
    private readonly McapBuffer _buffer = new();
    private uint _crc;
    private bool _isClosed;

    private McapWriter(Stream stream, string name, McapTally tally)
    {
        (_stream, _name, _tally) = (stream, name, tally);
    }

    /// <summary>Where the next record will start, in bytes from the start of the file.</summary>
    public long Offset { get; private set; }

    /// <summary>A new file in an empty stream, which the writer owns from here on.</summary>
    /// <param name="stream">Writable and seekable.</param>
    /// <param name="name">What errors call the file: its path.</param>
    /// <param name="header">Its first record.</param>
    /// <exception cref="ArgumentException">The stream is not empty, or cannot be written or positioned.</exception>
    public static Result<McapWriter, Error> Start(Stream stream, string name, McapHeader header)
    {
        Check(stream);
        if (stream.Length != 0)
        {
            throw new ArgumentException("The stream is not empty.", nameof(stream));
        }

        return FileEdge.Try(name, Wanted, () => new McapWriter(stream, name, new()).Begin(header));
    }

    /// <summary>
    /// Goes on after the first <paramref name="length"/> bytes of a file that was not closed; what follows them is cut
    /// off. They are read and checked, so that closing gives the very file one uninterrupted writer would have given.
    /// </summary>
    /// <param name="stream">Readable, writable and seekable; owned by the writer if there is no error.</param>
    /// <param name="name">What errors call the file: its path.</param>
    /// <param name="length">Up to the end of a record outside chunks, or of a chunk's last message index.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, written or positioned.</exception>
    public static Result<McapWriter, Error> Continue(Stream stream, string name, long length)
    {
        Check(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        return McapSource
            .Of(stream, name, length)
            .Then(source => new McapWriter(stream, name, new()).TakeIn(source, length));
    }

    /// <summary>Writes a metadata record; returns where it stands.</summary>
    public Result<McapPlace, Error> WriteMetadata(McapMetadata metadata)
    {
        CheckOpen();
        McapEncoding.Metadata(_buffer, metadata);
        var crc = Crc32.Of(_buffer.Written);
        return WriteBuffer(place =>
        {
            _tally.Add(place, metadata);
            _metadataCrcs[place.Offset] = crc;
        });
    }

    /// <summary>
    /// Writes another metadata record of the same name and length over one this file has; the checksum of the data
    /// follows, so the file is as if it had stood there from the start.
    /// </summary>
    /// <param name="place">Where it stands: as <see cref="WriteMetadata"/> gave it, or a reader.</param>
    /// <param name="metadata">The same name, and as many bytes.</param>
    /// <exception cref="ArgumentException">
    /// No metadata record starts there, or the new one has another length.
    /// </exception>
    public Result<McapPlace, Error> ReplaceMetadata(McapPlace place, McapMetadata metadata)
    {
        CheckOpen();
        _buffer.Clear();
        McapEncoding.Metadata(_buffer, metadata);
        if (!_metadataCrcs.TryGetValue(place.Offset, out var crcBefore) || place.Length != _buffer.Length)
        {
            var found = $"A metadata record of {_buffer.Length} bytes for {place.Length} at byte {place.Offset}.";
            _buffer.Clear();
            throw new ArgumentException(found, nameof(metadata));
        }

        return FileEdge
            .Try(
                _name,
                Wanted,
                () =>
                {
                    _stream.Position = place.Offset;
                    _stream.Write(_buffer.Written);
                    _stream.Position = Offset;
                    var crc = Crc32.Of(_buffer.Written);
                    _crc ^= Crc32.Shift(crcBefore ^ crc, Offset - place.End);
                    _metadataCrcs[place.Offset] = crc;
                    return Result.Success<McapPlace, Error>(place);
                }
            )
            .Map(written =>
            {
                _buffer.Clear();
                return written;
            });
    }

    /// <summary>Writes an attachment with its checksum; returns where it stands.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="McapLimits.AttachmentLengthMax"/>.</exception>
    public Result<McapPlace, Error> WriteAttachment(McapAttachment attachment)
    {
        CheckOpen();
        McapEncoding.Attachment(_buffer, attachment);
        if (_buffer.Length > McapLimits.AttachmentLengthMax)
        {
            _buffer.Clear();
            throw new ArgumentException($"'{attachment.Name}' is too long: {attachment.Data.Length} bytes.");
        }

        return WriteBuffer(place => _tally.Add(place, attachment));
    }

    /// <summary>Writes a chunk and its message indexes; returns where the chunk's record stands.</summary>
    /// <exception cref="InvalidOperationException">
    /// The chunk uses a channel or schema that was never added, or with another meaning.
    /// </exception>
    public Result<McapPlace, Error> Write(McapSealedChunk chunk)
    {
        CheckOpen();
        McapEncoding.ChunkHead(_buffer, chunk);
        var headLength = _buffer.Length;
        var place = new McapPlace(Offset, headLength + chunk.Bytes.Length);
        foreach (var index in chunk.Indexes)
        {
            McapEncoding.MessageIndex(_buffer, index);
        }

        return WriteWhole(() =>
            {
                _stream.Write(_buffer.Written[..headLength]);
                _stream.Write(chunk.Bytes.Span);
                _stream.Write(_buffer.Written[headLength..]);
            })
            .Map(_ =>
            {
                _tally.Add(place, chunk.Survey, chunk.Bytes.Length);
                _crc = Crc32.Append(_crc, _buffer.Written[..headLength]);
                _crc = Crc32.Combine(_crc, chunk.Crc, chunk.Bytes.Length);
                _crc = Crc32.Append(_crc, _buffer.Written[headLength..]);
                Offset += _buffer.Length + chunk.Bytes.Length;
                _buffer.Clear();
                return place;
            });
    }

    /// <summary>Hands everything written to the operating system, or to the disk; returns the offset reached.</summary>
    public Result<long, Error> Flush(bool toDisk) =>
        FileEdge.Try(
            _name,
            Wanted,
            () =>
            {
                if (_stream is FileStream file)
                {
                    file.Flush(toDisk);
                }
                else
                {
                    _stream.Flush();
                }

                return Result.Success<long, Error>(Offset);
            }
        );

    /// <summary>Ends the data, writes the summary and flushes to the disk; returns the length of the file.</summary>
    /// <exception cref="InvalidOperationException">The writer was closed before.</exception>
    public Result<long, Error> Close()
    {
        CheckOpen();
        McapEncoding.DataEnd(_buffer, _crc);
        var dataEndLength = _buffer.Length;
        var summary = new McapBuffer(1024);
        McapSummarySection.Write(summary, Offset + dataEndLength, _tally.Summary());
        _buffer.Append(summary.Written);
        return WriteBuffer(_ => { })
            .Then(_ => Flush(toDisk: true))
            .Map(length =>
            {
                _isClosed = true;
                return length;
            });
    }

    /// <summary>
    /// Closes the stream. A file that was not closed by <see cref="Close"/> stays as it is, unclosed.
    /// </summary>
    public void Dispose() => _stream.Dispose();

    private Result<McapWriter, Error> Begin(McapHeader header)
    {
        _buffer.Append(McapEncoding.Magic);
        McapEncoding.Header(_buffer, header);
        return WriteBuffer(_ => { }).Map(_ => this);
    }

    private Result<McapWriter, Error> TakeIn(McapSource source, long length)
    {
        var walk = new McapWalk(source, McapReadOptions.Own);
        foreach (var step in walk.Records(withChunkRecords: false))
        {
            // The end of the stretch is no fault here: whether all of it is whole is asked afterwards.
            step.Match(Take, _ => true);
        }

        return walk.Fault.Length > 0 || walk.ValidLength != length || walk.HasDataEnd
            ? Result.Failure<McapWriter, Error>(
                new(
                    $"{_name}, byte {walk.ValidLength}",
                    walk.HasDataEnd ? "a file that was closed"
                        : walk.Fault.Length > 0 ? walk.Fault
                        : "a cut record",
                    $"whole records up to byte {length}",
                    "Repair the file first, or continue from an earlier offset."
                )
            )
            : FileEdge.Try(
                _name,
                Wanted,
                () =>
                {
                    _stream.SetLength(length);
                    _stream.Position = length;
                    (Offset, _crc) = (length, walk.ValidCrc);
                    return Result.Success<McapWriter, Error>(this);
                }
            );
    }

    private bool Take(McapRecord record) =>
        record.Match(
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            chunk =>
            {
                _tally.Add(chunk.Value.Place, chunk.Value.Survey, chunk.Value.Bytes.Length);
                return true;
            },
            attachment =>
            {
                _tally.Add(attachment.Place, attachment.Value);
                return true;
            },
            metadata =>
            {
                _tally.Add(metadata.Place, metadata.Value);
                McapEncoding.Metadata(_buffer, metadata.Value);
                _metadataCrcs[metadata.Place.Offset] = Crc32.Of(_buffer.Written);
                _buffer.Clear();
                return true;
            },
            _ => true
        );

    private Result<McapPlace, Error> WriteBuffer(Action<McapPlace> keep) =>
        WriteWhole(() => _stream.Write(_buffer.Written))
            .Map(_ =>
            {
                var place = new McapPlace(Offset, _buffer.Length);
                _crc = Crc32.Append(_crc, _buffer.Written);
                Offset += _buffer.Length;
                _buffer.Clear();
                keep(place);
                return place;
            });

    private Result<bool, Error> WriteWhole(Action write) =>
        FileEdge
            .Try(
                _name,
                Wanted,
                () =>
                {
                    try
                    {
                        write();
                        return Result.Success<bool, Error>(true);
                    }
                    catch (IOException)
                    {
                        _stream.SetLength(Offset);
                        _stream.Position = Offset;
                        throw;
                    }
                }
            )
            .MapError(error =>
            {
                _buffer.Clear();
                return error;
            });

    private void CheckOpen()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException($"{_name} was closed.");
        }
    }

    private static void Check(Stream stream)
    {
        if (!stream.CanWrite || !stream.CanSeek)
        {
            throw new ArgumentException("The stream cannot be written and positioned.", nameof(stream));
        }
    }
}
