using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>Collects what stands before the first chunk of a trace.</summary>
/// <param name="path">What errors call the file.</param>
internal sealed class TraceBeginning(string path)
{
    private readonly ImmutableArray<McapAttachment>.Builder _attachments =
        ImmutableArray.CreateBuilder<McapAttachment>();

    private Result<TraceManifest, Error>? _manifest;
    private Error? _problem;

    public ImmutableArray<McapAttachment> Attachments => _attachments.ToImmutable();

    /// <summary>Whether the file says that it is an excerpt.</summary>
    public bool IsExcerpt { get; private set; }

    /// <summary>The manifest, or why there is none.</summary>
    public Result<TraceManifest, Error> Manifest =>
        _manifest ?? Result.Failure<TraceManifest, Error>(_problem ?? NoTrace("an MCAP file without a manifest"));

    /// <summary>Takes the next record; false when nothing more stands before the first chunk.</summary>
    public bool Take(McapRecord record) =>
        record.Match(
            header => IsTrace(header.Value),
            _ => false,
            _ => false,
            _ => false,
            _ => false,
            attachment =>
            {
                _attachments.Add(attachment.Value);
                return true;
            },
            metadata => Take(metadata.Value),
            _ => true
        );

    /// <summary>The file could not be read further.</summary>
    public bool Refuse(Error problem)
    {
        _problem = problem;
        return false;
    }

    private bool IsTrace(McapHeader header)
    {
        if (header.Profile == TraceReader.Profile)
        {
            return true;
        }

        return Refuse(NoTrace($"an MCAP file of profile '{header.Profile}'"));
    }

    private bool Take(McapMetadata metadata)
    {
        if (metadata.Name == ManifestText.RecordName)
        {
            _manifest ??= ManifestText.Read(path, metadata.Entries);
        }

        IsExcerpt |= metadata.Name == TraceExcerpt.RecordName;

        return true;
    }

    private Error NoTrace(string found) =>
        new(path, found, "the trace of a run", "Name the trace.mcap of a run directory.");
}
