using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>Finds out how much of a file is whole, whatever happened to it.</summary>
public static class McapScan
{
    /// <summary>Goes through a file; only one that cannot be read at all is an error.</summary>
    public static Result<McapScanReport, Error> Scan(string path, McapReadOptions options) =>
        McapReader
            .Open(path, options)
            .Map(reader =>
            {
                using (reader)
                {
                    return reader.Scan();
                }
            });

    /// <summary>The same for a stream, which is left open.</summary>
    public static Result<McapScanReport, Error> Scan(Stream stream, string name, McapReadOptions options) =>
        McapSource.Of(stream, name, stream.Length).Map(source => Scan(source, options));

    internal static McapScanReport Scan(McapSource source, McapReadOptions options)
    {
        var walk = new McapWalk(source, options);
        var chunkCount = 0;
        var messageCount = 0L;
        var pending = (ChunkCount: 0, MessageCount: 0L);
        foreach (var step in walk.Records(withChunkRecords: false))
        {
            var found = step.Match(Count, _ => default);
            pending = (pending.ChunkCount + found.ChunkCount, pending.MessageCount + found.MessageCount);

            // A chunk counts once all of its message indexes are there.
            if (walk.IsAtBorder)
            {
                chunkCount += pending.ChunkCount;
                messageCount += pending.MessageCount;
                pending = default;
            }
        }

        var length = source.Length;
        var cause = walk.Fault.Length > 0 ? walk.Fault : "the end of the file, which was not closed";
        return new(
            walk.ValidLength,
            length,
            walk.HasDataEnd,
            walk.IsClosed,
            chunkCount,
            messageCount,
            walk.IsClosed ? [] : [new(walk.ValidLength, cause, length - walk.ValidLength)]
        );
    }

    private static (int ChunkCount, long MessageCount) Count(McapRecord record) =>
        record.Match(
            _ => (0, 0L),
            _ => (0, 0L),
            _ => (0, 0L),
            _ => (0, 1L),
            chunk => (1, (long)chunk.Value.MessageCount),
            _ => (0, 0L),
            _ => (0, 0L),
            _ => (0, 0L)
        );
}
