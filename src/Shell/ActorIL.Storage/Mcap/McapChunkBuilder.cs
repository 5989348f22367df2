using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// A chunk being filled in memory. All it holds is the bytes of its records, so that an unfinished chunk can be kept
/// in a checkpoint and filled further after it, with the same border as if nothing had happened.
/// </summary>
public sealed class McapChunkBuilder
{
    private readonly McapBuffer _buffer;

    /// <param name="capacity">Room set aside, in bytes: best the length at which chunks are sealed.</param>
    public McapChunkBuilder(int capacity = 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _buffer = new(capacity);
    }

    /// <summary>Of the records so far, in bytes.</summary>
    public int Length => _buffer.Length;

    public int MessageCount { get; private set; }

    /// <summary>Adds a schema; once in a file, before the first channel that uses it.</summary>
    /// <exception cref="ArgumentException">The id is 0, or the chunk would become too long.</exception>
    public void Add(McapSchema schema)
    {
        ArgumentOutOfRangeException.ThrowIfZero(schema.Id);
        McapEncoding.Schema(_buffer, schema);
        CheckLength();
    }

    /// <summary>Adds a channel; once in a file, before its first message.</summary>
    /// <exception cref="ArgumentException">The chunk would become too long.</exception>
    public void Add(McapChannel channel)
    {
        McapEncoding.Channel(_buffer, channel);
        CheckLength();
    }

    /// <summary>Adds a message whose channel was added before, in this chunk or an earlier one of the file.</summary>
    /// <param name="channelId">Its channel.</param>
    /// <param name="sequence">A counter of the caller's choice.</param>
    /// <param name="logTime">In nanoseconds.</param>
    /// <param name="publishTime">In nanoseconds.</param>
    /// <param name="data">In the channel's encoding; copied.</param>
    /// <exception cref="ArgumentException">
    /// The chunk would be longer than <see cref="McapLimits.ChunkLengthMax"/>.
    /// </exception>
    public void AddMessage(ushort channelId, uint sequence, ulong logTime, ulong publishTime, ReadOnlySpan<byte> data)
    {
        McapEncoding.Message(_buffer, channelId, sequence, logTime, publishTime, data);
        CheckLength();
        MessageCount++;
    }

    /// <summary>The chunk as it stands, to be written; the builder is empty afterwards.</summary>
    public McapSealedChunk Seal()
    {
        MessageCount = 0;
        var bytes = _buffer.Take();
        var survey = McapChunkSurvey
            .Of(bytes.Span, isStrict: true)
            .Match(found => found, fault => throw new InvalidOperationException(fault.ToString()));
        return new(bytes, survey);
    }

    /// <summary>The records so far, for <see cref="Restore"/>.</summary>
    public ImmutableArray<byte> Save() => [.. _buffer.Written];

    /// <summary>
    /// A builder with saved records, which goes on as the one that saved them would have. Bytes that are no whole
    /// records of a chunk are an error.
    /// </summary>
    /// <param name="saved">As <see cref="Save"/> gave them.</param>
    /// <param name="capacity">Room set aside, in bytes.</param>
    public static Result<McapChunkBuilder, Error> Restore(ReadOnlySpan<byte> saved, int capacity = 1024 * 1024)
    {
        if (saved.Length > McapLimits.ChunkLengthMax)
        {
            return Unusable(0, $"{saved.Length} bytes where at most {McapLimits.ChunkLengthMax} belong");
        }

        var builder = new McapChunkBuilder(Math.Max(capacity, saved.Length));
        builder._buffer.Append(saved);
        return McapChunkSurvey
            .Of(saved, isStrict: true)
            .Match(
                survey =>
                {
                    builder.MessageCount = survey.MessageCount;
                    return Result.Success<McapChunkBuilder, Error>(builder);
                },
                fault => Unusable(fault.Offset, fault.Found)
            );
    }

    private static Result<McapChunkBuilder, Error> Unusable(long offset, string found) =>
        Result.Failure<McapChunkBuilder, Error>(
            new(
                $"unfinished chunk, byte {offset}",
                found,
                "records as they were saved",
                "The checkpoint is damaged: resume from an earlier one."
            )
        );

    private void CheckLength()
    {
        if (Length > McapLimits.ChunkLengthMax)
        {
            throw new ArgumentException($"A chunk of {Length} bytes; at most {McapLimits.ChunkLengthMax} are allowed.");
        }
    }
}
