using System.Buffers.Binary;
using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using Google.Protobuf;

namespace ActorIL.Storage.TensorBoard;

/// <summary>
/// Metrics as TensorBoard reads them: records of TFRecord framing, each an Event message with one scalar. The same rows
/// give the same bytes: an event's wall time is its place in the file, in seconds, and no clock.
/// </summary>
public static class EventFile
{
    /// <summary>TensorBoard reads files with "tfevents" in their name.</summary>
    public const string FileName = "events.out.tfevents.0.actoril";

    private const string Version = "brain.Event:2";

    // Field numbers of Event, Summary and Summary.Value.
    private const int WallTime = 1;
    private const int Step = 2;
    private const int FileVersion = 3;
    private const int Summary = 5;
    private const int SummaryValue = 1;
    private const int Tag = 1;
    private const int SimpleValue = 2;

    /// <summary>Writes the rows; a tag is "stage/name". Returns the full path.</summary>
    public static Result<string, Error> Write(string path, ImmutableArray<MetricRow> rows) =>
        AtomicFile.Write(
            path,
            stream =>
            {
                WriteRecord(
                    stream,
                    Message(output =>
                    {
                        output.WriteTag(FileVersion, WireFormat.WireType.LengthDelimited);
                        output.WriteString(Version);
                    })
                );
                foreach (var (index, row) in rows.Index())
                {
                    WriteRecord(stream, Event(row, index + 1));
                }
            }
        );

    private static byte[] Event(MetricRow row, double wallTime)
    {
        var value = Message(output =>
        {
            output.WriteTag(Tag, WireFormat.WireType.LengthDelimited);
            output.WriteString($"{row.Stage}/{row.Name}");
            output.WriteTag(SimpleValue, WireFormat.WireType.Fixed32);
            output.WriteFloat((float)row.Value);
        });
        var summary = Message(output =>
        {
            output.WriteTag(SummaryValue, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(value));
        });
        return Message(output =>
        {
            output.WriteTag(WallTime, WireFormat.WireType.Fixed64);
            output.WriteDouble(wallTime);
            output.WriteTag(Step, WireFormat.WireType.Varint);
            output.WriteInt64(row.Step);
            output.WriteTag(Summary, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(summary));
        });
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        write(output);
        output.Flush();
        return stream.ToArray();
    }

    /// <summary>Length, its checksum, the message, its checksum; little-endian.</summary>
    private static void WriteRecord(Stream stream, byte[] message)
    {
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], Crc32C.Masked(head[..8]));
        stream.Write(head);
        stream.Write(message);
        BinaryPrimitives.WriteUInt32LittleEndian(head, Crc32C.Masked(message));
        stream.Write(head[..4]);
    }
}
