using System.Globalization;
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
    public const string ReservedPrefix = "actoril.";

    private const string FormatKey = ReservedPrefix + "format";
    private const string HashKey = ReservedPrefix + "content-hash";
    private const string Format = "policy/1";
    private const string Wanted = $"a policy checkpoint of format '{Format}'";

    /// <summary>Writes the whole checkpoint, or nothing; returns its full path.</summary>
    /// <exception cref="ArgumentException">Metadata uses <see cref="ReservedPrefix"/>.</exception>
    public static Result<string, Error> Save(string path, CheckpointContent content)
    {
        if (content.Metadata.Keys.FirstOrDefault(IsReserved) is { } reserved)
        {
            throw new ArgumentException($"Metadata '{reserved}' is the format's own.");
        }

        var metadata = content.Metadata.Add(FormatKey, Format).Add(HashKey, HashText(content));
        return Safetensors.Write(path, new(content.Tensors.Items, metadata));
    }

    /// <summary>
    /// The content that was saved. A file that is no policy, of another version or damaged is an error.
    /// </summary>
    public static Result<CheckpointContent, Error> Load(string path) =>
        Safetensors
            .Read(path)
            .Then(file =>
            {
                var format = file.Metadata.GetValueOrDefault(FormatKey, "none");
                if (format != Format)
                {
                    return Failure(path, $"format '{format}'", Wanted, "Give a checkpoint that a run has written.");
                }

                var labelled = file.Metadata.GetValueOrDefault(HashKey, "none");
                var content = new CheckpointContent(
                    file.Tensors.Items,
                    file.Metadata.RemoveRange(file.Metadata.Keys.Where(IsReserved))
                );
                var hash = HashText(content);
                return hash == labelled && file.Metadata.Count == content.Metadata.Count + 2
                    ? Result.Success<CheckpointContent, Error>(content)
                    : Failure(path, $"content of hash {hash} where {labelled} belongs", Wanted, "The file is damaged.");
            });

    /// <summary>A hash of every name, type, shape, number and text; equal contents have equal hashes.</summary>
    public static HashChain Hash(CheckpointContent content)
    {
        var chain = HashChain.Empty.Append((ulong)content.Tensors.Count);
        foreach (var tensor in content.Tensors)
        {
            chain = chain.Append(tensor.Name).Append(TensorTypes.Name(tensor.Type)).Append((ulong)tensor.Shape.Count);
            foreach (var length in tensor.Shape)
            {
                chain = chain.Append((ulong)length);
            }

            chain = chain.Append(ContentHash.Of(TensorBytes.Of(tensor)));
        }

        foreach (var (name, text) in content.Metadata)
        {
            chain = chain.Append(name).Append(text);
        }

        return chain;
    }

    private static bool IsReserved(string name) => name.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    private static string HashText(CheckpointContent content) =>
        string.Create(CultureInfo.InvariantCulture, $"{Hash(content)}");

    private static Result<CheckpointContent, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<CheckpointContent, Error>(new(where, found, wanted, remedy));
}
