namespace ActorIL.Cli.Tests.Running;

/// <summary>A folder that goes away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("actoril-").FullName;

    public string Combine(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>A file in the folder with this text; its path.</summary>
    public string Write(string name, string text)
    {
        var path = Combine(name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
