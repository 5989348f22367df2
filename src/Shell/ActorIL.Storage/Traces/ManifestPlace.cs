using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>A manifest, and where it stands in its file.</summary>
internal sealed record ManifestPlace(McapPlace Place, TraceManifest Manifest)
{
    /// <summary>The manifest of a trace, whole or broken off.</summary>
    public static Result<ManifestPlace, Error> Of(string path) =>
        McapReader
            .Open(path, McapReadOptions.Own)
            .Then(reader =>
            {
                using (reader)
                {
                    return Find(reader);
                }
            });

    private static Result<ManifestPlace, Error> Find(McapReader reader)
    {
        foreach (var record in reader.Chunks())
        {
            var found = record.Match(Metadata, _ => null);
            if (found is { Value.Name: ManifestText.RecordName })
            {
                return ManifestText
                    .Read(reader.Name, found.Value.Entries)
                    .Map(manifest => new ManifestPlace(found.Place, manifest));
            }
        }

        return Result.Failure<ManifestPlace, Error>(
            new(reader.Name, "no manifest", "the trace of a run", "Start the run anew.")
        );
    }

    private static McapRecord.Metadata? Metadata(McapRecord record) =>
        record.Match<McapRecord.Metadata?>(
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            metadata => metadata,
            _ => null
        );
}
