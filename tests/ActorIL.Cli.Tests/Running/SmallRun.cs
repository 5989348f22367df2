using System.Text.Json;

namespace ActorIL.Cli.Tests.Running;

/// <summary>The small main job, run once for all tests of what it leaves.</summary>
public sealed class SmallRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallRun()
    {
        Configuration = _folder.Write("small.conf", SmallExperiments.Small);
        Folder = _folder.Combine("run");
        Result = Invocation.Run("run", Configuration, "--out", Folder, "--workers", "2", "--json");
        Summary = JsonDocument.Parse(Result.Out);
    }

    public string Configuration { get; }

    /// <summary>The run directory.</summary>
    public string Folder { get; }

    /// <summary>The object on the output.</summary>
    public JsonDocument Summary { get; }

    internal Invocation Result { get; }

    public string File(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Dispose()
    {
        Summary.Dispose();
        _folder.Dispose();
    }
}
