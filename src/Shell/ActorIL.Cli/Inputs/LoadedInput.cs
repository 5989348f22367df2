using System.Collections.Immutable;
using System.Text;
using ActorIL.Experiments.Inputs;

namespace ActorIL.Cli.Inputs;

/// <summary>A file of a run, as it was read.</summary>
/// <param name="Reference">What it is, with the hash of what was read.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Sidecar">The JSON beside it; empty where there is none.</param>
internal sealed record LoadedInput(InputReference Reference, ImmutableArray<byte> Bytes, ImmutableArray<byte> Sidecar)
{
    /// <summary>What errors call it.</summary>
    public string Where => Reference.Path.Length > 0 ? Reference.Path : Reference.KeptName;

    /// <summary>The text beside it; null where there is none.</summary>
    public string? SidecarText => Sidecar.IsEmpty ? null : Encoding.UTF8.GetString(Sidecar.AsSpan());

    /// <summary>The name that the sidecar of a kept file has.</summary>
    public static string SidecarName(InputReference reference) =>
        Storage.Datasets.DatasetFile.SidecarOf(reference.KeptName);

    /// <summary>What a run keeps of it.</summary>
    public ImmutableArray<InputFile> Files =>
        Sidecar.IsEmpty
            ? [new(Reference.KeptName, Bytes)]
            : [new(Reference.KeptName, Bytes), new(SidecarName(Reference), Sidecar)];

    public Stream Open() => new MemoryStream([.. Bytes], writable: false);
}
