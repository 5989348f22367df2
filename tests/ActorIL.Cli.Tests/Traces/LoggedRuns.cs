using System.Text.Json;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

/// <summary>Runs of the small main job whose traces several tests look at, made when first wanted.</summary>
public sealed class LoggedRuns : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<string, string> _traces = new(StringComparer.Ordinal);

    public string Folder => _folder.Folder;

    /// <summary>A path in a folder that goes away with the tests.</summary>
    public string Path(string name) => _folder.Combine(name);

    /// <summary>The trace of a run with these arguments.</summary>
    public string Trace(params string[] arguments)
    {
        var name = string.Join(' ', arguments);
        if (!_traces.TryGetValue(name, out var trace))
        {
            var folder = _folder.Combine($"run-{_traces.Count}");
            var file = _folder.Write("small.conf", SmallExperiments.Small);
            var result = Invocation.Run(["run", file, "--out", folder, .. arguments]);
            Assert.Equal(0, result.Code);
            trace = System.IO.Path.Combine(folder, "trace.mcap");
            _traces.Add(name, trace);
        }

        return trace;
    }

    /// <summary>What `trace` says as JSON, and its exit code.</summary>
    internal static (int Code, JsonElement Found) Json(params string[] arguments)
    {
        var result = Invocation.Run(["trace", .. arguments, "--json"]);
        using var document = JsonDocument.Parse(result.Out);
        return (result.Code, document.RootElement.Clone());
    }

    public void Dispose() => _folder.Dispose();
}
