using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>
/// A policy on disk: a safetensors file that says what it is and carries the hash of its own content, so that a
/// damaged file is never taken for a policy. What the tensors and texts mean is the caller's business.
/// </summary>
public static class PolicyCheckpoint
{
    /// <summary>Metadata whose names start so belong to this format.</summary>
    public const string ReservedPrefix = LabelledFile.ReservedPrefix;

    private static readonly LabelledFile File = new(
        "policy/1",
        "a policy checkpoint of format 'policy/1'",
        "Give a checkpoint that a run has written."
    );

    /// <summary>Writes the whole checkpoint, or nothing; returns its full path.</summary>
    /// <exception cref="ArgumentException">Metadata uses <see cref="ReservedPrefix"/>.</exception>
    public static Result<string, Error> Save(string path, CheckpointContent content) => File.Save(path, content);

    /// <summary>
    /// The content that was saved. A file that is no policy, of another version or damaged is an error.
    /// </summary>
    public static Result<CheckpointContent, Error> Load(string path) => File.Load(path);

    /// <summary>The same of a stream.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="where">The file, as errors show it.</param>
    public static Result<CheckpointContent, Error> Load(Stream stream, string where) => File.Load(stream, where);

    /// <summary>A hash of every name, type, shape, number and text; equal contents have equal hashes.</summary>
    public static HashChain Hash(CheckpointContent content) => LabelledFile.Hash(content);
}
