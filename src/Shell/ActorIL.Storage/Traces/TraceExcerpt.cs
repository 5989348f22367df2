using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>What an excerpt says of how it was made. It can be looked at, not computed again as a whole.</summary>
/// <param name="Source">The trace it was taken from, as it was named.</param>
/// <param name="Filter">What of that trace is in it, in the words of the command line.</param>
public sealed record TraceExcerpt(string Source, string Filter)
{
    /// <summary>The name of the Metadata record that marks an excerpt.</summary>
    public const string RecordName = "actoril.excerpt";

    private const string SourceKey = "source";
    private const string FilterKey = "filter";
    private const string MarkKey = "excerpt";

    /// <summary>The mark of a file; null where it has none.</summary>
    public static Result<TraceExcerpt?, Error> Of(string path) =>
        McapReader
            .Open(path, McapReadOptions.Own)
            .Then(file =>
            {
                using (file)
                {
                    return Of(file);
                }
            });

    /// <summary>The record that marks a file as this excerpt.</summary>
    internal McapMetadata Mark =>
        new(RecordName, McapMap.Of((MarkKey, "true"), (SourceKey, Source), (FilterKey, Filter)));

    /// <summary>The mark stands before the first chunk, as the manifest does.</summary>
    internal static Result<TraceExcerpt?, Error> Of(McapReader file)
    {
        foreach (var record in file.Chunks())
        {
            var (excerpt, isBefore) = record.Match(Look, _ => (null, false));
            if (excerpt is not null || !isBefore)
            {
                return Result.Success<TraceExcerpt?, Error>(excerpt);
            }
        }

        return Result.Success<TraceExcerpt?, Error>(null);
    }

    private static (TraceExcerpt? Excerpt, bool IsBefore) Look(McapRecord record) =>
        record.Match<(TraceExcerpt?, bool)>(
            _ => (null, true),
            _ => (null, true),
            _ => (null, true),
            _ => (null, true),
            _ => (null, false),
            _ => (null, true),
            metadata => (metadata.Value.Name == RecordName ? Read(metadata.Value.Entries) : null, true),
            _ => (null, true)
        );

    private static TraceExcerpt Read(McapMap entries) =>
        new(
            entries.TryGet(SourceKey, out var source) ? source : "",
            entries.TryGet(FilterKey, out var filter) ? filter : ""
        );
}
