using System.Diagnostics;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>
/// A run with several chunks and many checkpoints that nobody disturbs: what the others have to equal.
/// </summary>
public sealed class WholeRun : IDisposable
{
    /// <summary>Checkpoints lie closer than anywhere in practice, so that a kill meets one being written.</summary>
    public const string Text = """
        actoril {
          environment.name = "CartPole-v1"
          ppo {
            steps = 8192, environments = 4, blocks = 2, rollout-steps = 64, epochs = 1, minibatch-size = 64
            network.hidden = [8], validation { episodes = 4, interval-updates = 8 }
          }
          demonstration.counts = [1, 2]
          bc { updates = 20, network.hidden = [8] }
          dagger { label-counts = [20, 40], updates-per-round = 20, network.hidden = [8] }
          evaluation { episodes = 2, shards = 1 }
          run.workers = 1
          trace.level = full
          checkpoint.interval-updates = 2
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public WholeRun()
    {
        Configuration = _folder.Write("whole.conf", Text);
        Folder = _folder.Combine("whole");
        var start = Stopwatch.GetTimestamp();
        using var child = ProgramProcess.Start(_folder.Folder, "run", Configuration, "--out", Folder, "--json");
        WaitFor(File("state.safetensors"), child);
        var checkpoint = Stopwatch.GetTimestamp();
        _ = child.EndAsync().GetAwaiter().GetResult();
        (LifeTime, LateTime) = (Stopwatch.GetElapsedTime(start), Stopwatch.GetElapsedTime(checkpoint));
    }

    /// <summary>The experiment's file.</summary>
    public string Configuration { get; }

    /// <summary>The run directory.</summary>
    public string Folder { get; }

    /// <summary>How long the process lived.</summary>
    public TimeSpan LifeTime { get; }

    /// <summary>How long it lived after its first checkpoint.</summary>
    public TimeSpan LateTime { get; }

    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Waits until a file is there, or the program has ended.</summary>
    internal static void WaitFor(string path, ProgramProcess child)
    {
        while (!System.IO.File.Exists(path) && !child.HasEnded)
        {
            Thread.Sleep(1);
        }
    }

    public void Dispose() => _folder.Dispose();
}
