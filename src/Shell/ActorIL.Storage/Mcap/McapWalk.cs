using System.Buffers.Binary;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// Goes through the data section record by record, one chunk in memory at a time, and knows up to where the file is
/// whole: reading, scanning and continuing are all this.
/// </summary>
internal sealed class McapWalk(McapSource source, McapReadOptions options)
{
    private readonly McapCatalog _catalog = new();
    private readonly Queue<McapMessageIndex> _expected = [];
    private uint _crc;
    private long _offset;

    /// <summary>
    /// Up to here the file is whole: the end of a record outside chunks, or of a chunk with its indexes.
    /// </summary>
    public long ValidLength { get; private set; }

    /// <summary>The CRC-32 of the first <see cref="ValidLength"/> bytes.</summary>
    public uint ValidCrc { get; private set; }

    /// <summary>Whether the data section was ended, and its checksum is right.</summary>
    public bool HasDataEnd { get; private set; }

    /// <summary>Whether everything after the data is right as well.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether what was met last is whole with all that belongs to it.</summary>
    public bool IsAtBorder => _expected.Count == 0;

    /// <summary>What is wrong after the whole records; empty while nothing is, a missing end included.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>The records in order; an error is the last of them.</summary>
    /// <param name="withChunkRecords">Whether each chunk is followed by its records.</param>
    public IEnumerable<Result<McapRecord, Error>> Records(bool withChunkRecords)
    {
        for (var step = Open(); ; step = source.Frame(_offset).Match(Take, Stop))
        {
            yield return step;
            if (!IsSuccess(step))
            {
                yield break;
            }

            if (withChunkRecords)
            {
                foreach (var record in Inside(step))
                {
                    yield return Result.Success<McapRecord, Error>(record);
                }
            }

            if (HasDataEnd || _offset == source.Length)
            {
                break;
            }
        }

        if (Finish() is { } error)
        {
            yield return Result.Failure<McapRecord, Error>(error);
        }
    }

    private Result<McapRecord, Error> Open() =>
        Keep(
            source
                .Bytes(0, McapEncoding.Magic.Length)
                .Then(magic =>
                {
                    if (!magic.Span.SequenceEqual(McapEncoding.Magic))
                    {
                        return Result.Failure<McapFrame, Error>(
                            source.At(0, "other bytes than those of MCAP files") with
                            {
                                Remedy = "Name the trace itself, trace.mcap of a run directory.",
                            }
                        );
                    }

                    (_offset, _crc) = (magic.Length, Crc32.Of(magic.Span));
                    return source.Frame(_offset);
                })
                .Then(frame =>
                    frame.Opcode == McapOpcode.Header
                        ? Read(frame, McapDecoding.Header, header => new McapRecord.Header(header))
                        : Wrong(frame, $"a record of kind 0x{frame.Opcode:x2} where the header belongs")
                )
        );

    private Result<McapRecord, Error> Take(McapFrame frame)
    {
        if (options.RequireChecksums && (_expected.Count > 0 || frame.Opcode == McapOpcode.MessageIndex))
        {
            return Keep(TakeExpected(frame));
        }

        return Keep(
            frame.Opcode switch
            {
                McapOpcode.Chunk => TakeChunk(frame),
                McapOpcode.Attachment => TakeAttachment(frame),
                McapOpcode.Metadata => Read(
                    frame,
                    McapDecoding.Metadata,
                    metadata => new McapRecord.Metadata(frame.Place, metadata)
                ),
                McapOpcode.DataEnd => TakeDataEnd(frame),
                McapOpcode.Schema or McapOpcode.Channel or McapOpcode.Message => TakeUnchunked(frame),
                McapOpcode.Header
                or McapOpcode.Footer
                or McapOpcode.ChunkIndex
                or McapOpcode.AttachmentIndex
                or McapOpcode.Statistics
                or McapOpcode.MetadataIndex
                or McapOpcode.SummaryOffset
                or 0 => Wrong(frame, $"a record of kind 0x{frame.Opcode:x2} among the data"),
                McapOpcode.MessageIndex => Pass(frame),
                _ when options.RequireChecksums => Wrong(frame, $"a record of unknown kind 0x{frame.Opcode:x2}"),
                _ => Pass(frame),
            }
        );
    }

    private Result<McapRecord, Error> TakeChunk(McapFrame frame) =>
        McapChunk
            .Of(frame, source, options)
            .Then(chunk =>
            {
                if (_catalog.Add(chunk.Survey) is { Length: > 0 } fault)
                {
                    return Wrong(frame, fault);
                }

                foreach (var index in options.RequireChecksums ? chunk.Indexes : [])
                {
                    _expected.Enqueue(index);
                }

                Cover(frame, chunk.HeadLength - McapBuffer.HeadLength, chunk.Crc, chunk.Bytes.Length);
                return Result.Success<McapRecord, Error>(new McapRecord.Chunk(chunk));
            });

    private Result<McapRecord, Error> TakeExpected(McapFrame frame)
    {
        if (!_expected.TryDequeue(out var expected))
        {
            return Wrong(frame, "a message index without its chunk");
        }

        var wanted = new McapBuffer();
        McapEncoding.MessageIndex(wanted, expected);
        return
            frame.Opcode == McapOpcode.MessageIndex
            && frame.Content.Span.SequenceEqual(wanted.Written[McapBuffer.HeadLength..])
            ? Pass(frame)
            : Wrong(frame, $"no message index of channel {expected.ChannelId} as its chunk needs it");
    }

    private Result<McapRecord, Error> TakeAttachment(McapFrame frame)
    {
        var fields = new McapFields(frame.Content.Span);
        var attachment = McapDecoding.Attachment(ref fields, frame.Content, options.RequireChecksums);
        return Done(frame, ref fields, new McapRecord.Attachment(frame.Place, attachment));
    }

    private Result<McapRecord, Error> TakeUnchunked(McapFrame frame)
    {
        if (options.RequireChecksums)
        {
            return Wrong(frame, "a schema, channel or message outside a chunk, where no checksum covers it");
        }

        var survey = McapChunkSurvey.Of(Whole(frame), isStrict: true);
        return survey
            .MapError(fault => source.At(frame.Place.Offset, fault.Found))
            .Then(found =>
                _catalog.Add(found) is { Length: > 0 } fault
                    ? Wrong(frame, fault)
                    : frame.Opcode switch
                    {
                        McapOpcode.Schema => Read(frame, McapDecoding.Schema, it => new McapRecord.Schema(it)),
                        McapOpcode.Channel => Read(frame, McapDecoding.Channel, it => new McapRecord.Channel(it)),
                        _ => TakeMessage(frame),
                    }
            );
    }

    private Result<McapRecord, Error> TakeMessage(McapFrame frame)
    {
        var fields = new McapFields(frame.Content.Span);
        var message = McapDecoding.Message(ref fields, frame.Content);
        return Done(frame, ref fields, new McapRecord.Message(message));
    }

    private Result<McapRecord, Error> TakeDataEnd(McapFrame frame)
    {
        var fields = new McapFields(frame.Content.Span);
        var crc = fields.UInt32();
        if ((options.RequireChecksums || crc != 0) && crc != _crc)
        {
            fields.Fail($"data with checksum {_crc:x8} that says it has {crc:x8}");
        }

        if (fields.Fault is { } fault)
        {
            return Wrong(frame, fault);
        }

        (HasDataEnd, _offset) = (true, frame.Place.End);
        return Result.Success<McapRecord, Error>(new McapRecord.Other(frame.Place, frame.Opcode));
    }

    private Result<McapRecord, Error> Pass(McapFrame frame)
    {
        Cover(frame);
        return Result.Success<McapRecord, Error>(new McapRecord.Other(frame.Place, frame.Opcode));
    }

    private Result<McapRecord, Error> Read<T>(McapFrame frame, McapDecoder<T> decode, Func<T, McapRecord> record)
    {
        var fields = new McapFields(frame.Content.Span);
        var value = decode(ref fields);
        return Done(frame, ref fields, record(value));
    }

    private Result<McapRecord, Error> Done(McapFrame frame, ref McapFields fields, McapRecord record)
    {
        if (options.RequireChecksums && fields.Fault is null && fields.Left > 0 && frame.Opcode != McapOpcode.Message)
        {
            fields.Fail($"{fields.Left} bytes more than the record needs");
        }

        if (fields.Fault is { } fault)
        {
            return Wrong(frame, fault);
        }

        Cover(frame);
        return Result.Success<McapRecord, Error>(record);
    }

    private Result<McapRecord, Error> Keep(Result<McapRecord, Error> step) =>
        step.Match(
            record =>
            {
                if (_expected.Count == 0 && !HasDataEnd)
                {
                    (ValidLength, ValidCrc) = (_offset, _crc);
                }

                return Result.Success<McapRecord, Error>(record);
            },
            Stop
        );

    private Result<McapRecord, Error> Stop(Error error)
    {
        Fault = error.Found;
        return Result.Failure<McapRecord, Error>(error);
    }

    /// <summary>Takes a record into the checksum of the data: its head, its content's head, then the rest.</summary>
    private void Cover(McapFrame frame, int contentHeadLength, uint restCrc, int restLength)
    {
        Span<byte> head = stackalloc byte[McapBuffer.HeadLength];
        head[0] = frame.Opcode;
        BinaryPrimitives.WriteUInt64LittleEndian(head[1..], (ulong)frame.Content.Length);
        _crc = Crc32.Append(Crc32.Append(_crc, head), frame.Content.Span[..contentHeadLength]);
        _crc = Crc32.Combine(_crc, restCrc, restLength);

        // What a later version of the format may have added after a chunk's records.
        _crc = Crc32.Append(_crc, frame.Content.Span[(contentHeadLength + restLength)..]);
        _offset = frame.Place.End;
    }

    private void Cover(McapFrame frame) => Cover(frame, frame.Content.Length, 0, 0);

    private Error? Finish()
    {
        if (!HasDataEnd)
        {
            var isCut = _expected.Count > 0;
            Fault = isCut ? "a chunk without all of its message indexes" : "";
            return source.At(_offset, isCut ? Fault : "the end of the file, which was not closed");
        }

        return McapTail
            .Read(source, options)
            .Match<Error?>(
                tail =>
                {
                    IsClosed = tail.Start == _offset || !options.RequireChecksums;
                    Fault = IsClosed ? "" : "a summary that does not follow the data";
                    return IsClosed ? null : source.At(_offset, Fault);
                },
                error =>
                {
                    Fault = error.Found;
                    return error;
                }
            );
    }

    private Result<McapRecord, Error> Wrong(McapFrame frame, string found) =>
        Result.Failure<McapRecord, Error>(source.At(frame.Place.Offset, found));

    private static byte[] Whole(McapFrame frame)
    {
        var buffer = new McapBuffer(McapBuffer.HeadLength + frame.Content.Length);
        buffer.Byte(frame.Opcode);
        buffer.UInt64((ulong)frame.Content.Length);
        buffer.Append(frame.Content.Span);
        return buffer.Written.ToArray();
    }

    private static IEnumerable<McapRecord> Inside(Result<McapRecord, Error> step) =>
        step.Match(
            record =>
                record.Match<IEnumerable<McapRecord>>(
                    _ => [],
                    _ => [],
                    _ => [],
                    _ => [],
                    chunk => chunk.Value.Records(),
                    _ => [],
                    _ => [],
                    _ => []
                ),
            _ => []
        );

    private static bool IsSuccess(Result<McapRecord, Error> step) => step.Match(_ => true, _ => false);
}
