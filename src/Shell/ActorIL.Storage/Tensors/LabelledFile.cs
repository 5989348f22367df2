using System.Globalization;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>
/// A safetensors file that says what it is and carries the hash of its own content, so that a damaged file is never
/// taken for a whole one.
/// </summary>
/// <param name="Format">The name and version of what it holds.</param>
/// <param name="Wanted">What errors call it.</param>
/// <param name="Remedy">What errors advise where the file is something else.</param>
internal sealed record LabelledFile(string Format, string Wanted, string Remedy)
{
    /// <summary>Metadata whose names start so belong to the format.</summary>
    public const string ReservedPrefix = "actoril.";

    private const string FormatKey = ReservedPrefix + "format";
    private const string HashKey = ReservedPrefix + "content-hash";

    /// <summary>Writes the whole file, or nothing; returns its full path.</summary>
    /// <exception cref="ArgumentException">Metadata uses <see cref="ReservedPrefix"/>.</exception>
    public Result<string, Error> Save(string path, CheckpointContent content) =>
        Safetensors.Write(path, Labelled(content));

    /// <summary>Writes what a file would hold.</summary>
    /// <exception cref="ArgumentException">Metadata uses <see cref="ReservedPrefix"/>.</exception>
    public void Write(Stream stream, CheckpointContent content) => SafetensorsWriter.Write(stream, Labelled(content));

    /// <summary>The content that was saved. Another format or version, or damage, is an error.</summary>
    public Result<CheckpointContent, Error> Load(string path) =>
        Safetensors.Read(path).Then(file => Checked(file, path));

    /// <summary>The same of a stream.</summary>
    public Result<CheckpointContent, Error> Load(Stream stream, string where) =>
        Safetensors.Read(stream, where).Then(file => Checked(file, where));

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

    private CheckpointContent Labelled(CheckpointContent content)
    {
        if (content.Metadata.Keys.FirstOrDefault(IsReserved) is { } reserved)
        {
            throw new ArgumentException($"Metadata '{reserved}' is the format's own.");
        }

        var metadata = content.Metadata.Add(FormatKey, Format).Add(HashKey, HashText(content));
        return new(content.Tensors.Items, metadata);
    }

    private Result<CheckpointContent, Error> Checked(CheckpointContent file, string where)
    {
        var format = file.Metadata.GetValueOrDefault(FormatKey, "none");
        if (format != Format)
        {
            return Failure(where, $"format '{format}'", Remedy);
        }

        var labelled = file.Metadata.GetValueOrDefault(HashKey, "none");
        var content = new CheckpointContent(
            file.Tensors.Items,
            file.Metadata.RemoveRange(file.Metadata.Keys.Where(IsReserved))
        );
        var hash = HashText(content);
        return hash == labelled && file.Metadata.Count == content.Metadata.Count + 2
            ? Result.Success<CheckpointContent, Error>(content)
            : Failure(where, $"content of hash {hash} where {labelled} belongs", "The file is damaged.");
    }

    private static bool IsReserved(string name) => name.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    private static string HashText(CheckpointContent content) =>
        string.Create(CultureInfo.InvariantCulture, $"{Hash(content)}");

    private Result<CheckpointContent, Error> Failure(string where, string found, string remedy) =>
        Result.Failure<CheckpointContent, Error>(new(where, found, Wanted, remedy));
}
