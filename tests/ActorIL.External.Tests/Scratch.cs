namespace ActorIL.External.Tests;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("actoril-external-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
