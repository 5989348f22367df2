using ActorIL.Actors.Traces;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

/// <summary>The small main job, recorded once at each level for all tests of looking at traces.</summary>
public sealed class RecordedTraces : IDisposable
{
    /// <summary>The collection of the classes that share it.</summary>
    public const string Name = "recorded traces";

    private readonly TemporaryFolder _folder = new();

    public RecordedTraces()
    {
        var configuration = _folder.Write("small.conf", SmallExperiments.Small);
        foreach (var level in new[] { "seed", "keys", "actions", "full" })
        {
            var run = Invocation.Run(
                "run",
                configuration,
                "--out",
                _folder.Combine(level),
                "--set",
                $"trace.level={level}",
                "--workers",
                "2"
            );
            Assert.Equal(0, run.Code);
        }
    }

    public string Seed => Of(TraceLevel.Seed);

    public string Keys => Of(TraceLevel.Keys);

    public string Actions => Of(TraceLevel.Actions);

    public string Full => Of(TraceLevel.Full);

    /// <summary>The trace of a level.</summary>
    public string Of(TraceLevel level) => _folder.Combine(TraceLevels.NameOf(level), "trace.mcap");

    /// <summary>A name for a file that is not there yet.</summary>
    public string New(string ending) => _folder.Combine(Path.ChangeExtension(Path.GetRandomFileName(), ending));

    public void Dispose() => _folder.Dispose();
}
