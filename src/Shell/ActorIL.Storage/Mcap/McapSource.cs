using System.Buffers.Binary;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// The bytes of a file up to a length, read record by record; lengths are bounded before memory is taken.
/// </summary>
internal sealed class McapSource
{
    private const string Wanted = "an MCAP file";

    private readonly Stream _stream;

    private McapSource(Stream stream, string name, long length) => (_stream, Name, Length) = (stream, name, length);

    public string Name { get; }

    /// <summary>What of the file is looked at, in bytes.</summary>
    public long Length { get; }

    /// <summary>The first bytes of a stream; fewer than that in it is an error.</summary>
    public static Result<McapSource, Error> Of(Stream stream, string name, long length) =>
        FileEdge.Try(
            name,
            Wanted,
            () =>
                stream.Length >= length
                    ? Result.Success<McapSource, Error>(new(stream, name, length))
                    : Result.Failure<McapSource, Error>(
                        new(
                            name,
                            $"{stream.Length} bytes",
                            $"at least {length}",
                            "The file was cut since it was written: repair it, or start again."
                        )
                    )
        );

    /// <summary>The bytes at a place, which must lie inside.</summary>
    public Result<ReadOnlyMemory<byte>, Error> Bytes(long offset, long count) =>
        FileEdge.Try(
            Name,
            Wanted,
            () =>
            {
                if (offset < 0 || count < 0 || count > Length - offset)
                {
                    return Result.Failure<ReadOnlyMemory<byte>, Error>(
                        At(offset, $"{Math.Max(0, Length - offset)} bytes where {count} belong")
                    );
                }

                var bytes = GC.AllocateUninitializedArray<byte>((int)count);
                if (_stream.Position != offset)
                {
                    _stream.Position = offset;
                }

                _stream.ReadExactly(bytes);
                return Result.Success<ReadOnlyMemory<byte>, Error>(bytes);
            }
        );

    /// <summary>The record that starts at an offset.</summary>
    public Result<McapFrame, Error> Frame(long offset) =>
        Bytes(offset, McapBuffer.HeadLength)
            .Then(head =>
            {
                var opcode = head.Span[0];
                var length = BinaryPrimitives.ReadUInt64LittleEndian(head.Span[1..]);
                var start = offset + McapBuffer.HeadLength;
                var left = Length - start;
                return length > (ulong)left
                        ? Failure(
                            offset,
                            $"a record of {length} bytes where {left} are left: it was cut, or is damaged"
                        )
                    : (long)length > McapLimits.ContentLengthMax(opcode)
                        ? Failure(
                            offset,
                            $"a record of {length} bytes; at most {McapLimits.ContentLengthMax(opcode)} are read"
                        )
                    : Bytes(start, (long)length)
                        .Map(content => new McapFrame(
                            opcode,
                            new(offset, McapBuffer.HeadLength + content.Length),
                            content
                        ));
            });

    /// <summary>An error about a byte of the file.</summary>
    public Error At(long offset, string found) =>
        new(
            $"{Name}, byte {offset}",
            found,
            Wanted,
            "The file is damaged or was not closed: repair it to keep what is whole."
        );

    private Result<McapFrame, Error> Failure(long offset, string found) =>
        Result.Failure<McapFrame, Error>(At(offset, found));
}
