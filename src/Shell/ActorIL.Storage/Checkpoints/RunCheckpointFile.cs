using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Tensors;

namespace ActorIL.Storage.Checkpoints;

/// <summary>
/// A run's checkpoint on disk: a safetensors file with one tensor <c>block/HASH</c> (F32) for each parameter block, one
/// <c>actor/PATH/state</c> (U8, canonical bytes) for each actor that has a state, <c>kernel</c> (U8) for the rest of
/// the snapshot, and <c>extra/NAME</c> (U8) for what the caller adds. The hash of the whole content is in it and is
/// checked when it is read.
/// </summary>
public static class RunCheckpointFile
{
    /// <summary>Metadata whose names start so belong to this format.</summary>
    public const string ReservedPrefix = LabelledFile.ReservedPrefix;

    private static readonly LabelledFile File = new(
        "checkpoint/1",
        "a run checkpoint of format 'checkpoint/1'",
        "Give a checkpoint that a run has written, or resume from an older one."
    );

    /// <summary>Writes the whole file aside, flushes it and renames it; returns its full path.</summary>
    /// <exception cref="ArgumentException">Metadata uses <see cref="ReservedPrefix"/>.</exception>
    public static Result<string, Error> Save(string path, RunCheckpoint checkpoint) =>
        File.Save(path, RunCheckpointContent.Of(checkpoint));

    /// <summary>The bytes of such a file, to be kept inside another one.</summary>
    public static ReadOnlyMemory<byte> Bytes(RunCheckpoint checkpoint)
    {
        using var stream = new MemoryStream();
        File.Write(stream, RunCheckpointContent.Of(checkpoint));
        return stream.ToArray();
    }

    /// <summary>The checkpoint that such bytes hold.</summary>
    /// <param name="bytes">As <see cref="Bytes"/> made them.</param>
    /// <param name="where">What errors call them.</param>
    public static Result<RunCheckpoint, Error> Read(ReadOnlyMemory<byte> bytes, string where)
    {
        using var stream = new MemoryStream(bytes.ToArray());
        return File.Load(stream, where).Then(content => RunCheckpointContent.Read(content, where));
    }

    /// <summary>The checkpoint that was saved. Another format or version, or damage, is an error.</summary>
    public static Result<RunCheckpoint, Error> Load(string path) =>
        File.Load(path).Then(content => RunCheckpointContent.Read(content, FileEdge.Shown(path)));
}
