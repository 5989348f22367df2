using ActorIL.Cli.Tests.Running;
using ActorIL.External;

namespace ActorIL.Cli.Tests.Externals;

/// <summary>A folder with a CartPole in Python, and the main job at reduced size on it.</summary>
public sealed class ExternalExperiment : IDisposable
{
    /// <summary>Everything but the environment.</summary>
    public const string Job = """
          seed = 3
          ppo { steps = 512, environments = 4, blocks = 2, rollout-steps = 32, network.hidden = [8]
            validation { episodes = 4, interval-updates = 2 } }
          demonstration { counts = [1, 2], steps-max = 20 }
          bc { updates = 20, network.hidden = [8] }
          dagger { label-counts = [20], labels-per-round = 10, updates-per-round = 10, network.hidden = [8] }
          students.pair { algorithm = ensemble-dagger, rounds = 2, first-episodes = 2, episodes-per-round = 2
            updates-per-round = 10, validation-interval-rounds = 2, network.hidden = [8], ensemble.size = 2 }
          evaluation { episodes = 8, shards = 3 }
          checkpoint.interval-updates = 2
          environment.processes = 2
        """;

    /// <summary>The training of an expert alone.</summary>
    public const string Expert = """
          seed = 3
          ppo { steps = 256, environments = 4, blocks = 2, rollout-steps = 32, network.hidden = [8]
            validation { episodes = 4, interval-updates = 2 } }
          demonstration { counts = [] }
          dagger { label-counts = [] }
          evaluation { episodes = 4, shards = 2 }
          environment.processes = 2
        """;

    /// <summary>CartPole that fails at its twentieth step: once, for whoever makes the file, or always.</summary>
    private const string Faulty = """
        import os, sys, time
        import numpy as np
        import actoril_env, cartpole_numpy

        kind, marker = sys.argv[1], sys.argv[2]

        def is_due():
            if marker == "always":
                return True
            try:
                os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
                return True
            except FileExistsError:
                return False

        class Faulty(cartpole_numpy.CartPole):
            calls = 0

            def step_rows(self, rows, actions):
                Faulty.calls += 1
                result = super().step_rows(rows, actions)
                return fail(result) if Faulty.calls == 20 and is_due() else result

        def write(frame, length):
            pipe = actoril_env._Pipe.write_raw
            def torn(self, whole):
                pipe(self, bytes(frame(whole))[:length])
                os._exit(4)
            actoril_env._Pipe.write_raw = torn

        def fail(result):
            seen, rewards, terminated, truncated = result
            if kind == "crash":
                print("the motor is on fire", file=sys.stderr, flush=True)
                os._exit(3)
            if kind == "hang":
                time.sleep(600)
            if kind == "raise":
                raise ValueError("no such joint")
            if kind == "garbage":
                write(lambda whole: b"hello, world, this is chatter", 29)
            if kind == "partial":
                write(lambda whole: whole, 20)
            if kind == "nan":
                seen = seen.copy()
                seen[0, 2] = np.nan
            if kind == "outside":
                seen = seen.copy()
                seen[0, 2] = 9.5
            return seen, rewards, terminated, truncated

        if kind == "slow" and is_due():
            time.sleep(600)
        actoril_env.serve(Faulty, name="CartPole-v1", version="numpy 1")
        """;

    private readonly TemporaryFolder _folder = new();

    public ExternalExperiment()
    {
        Interpreter = Python.WithNumPyOrSkip();
        foreach (var name in PythonFiles.Names)
        {
            _folder.Write(name, PythonFiles.Text(name));
        }

        _folder.Write("faulty.py", Faulty);
    }

    /// <summary>The Python that runs it.</summary>
    public string Interpreter { get; }

    public string Folder => _folder.Folder;

    public string Combine(params string[] parts) => _folder.Combine(parts);

    /// <summary>The job with another environment.</summary>
    /// <param name="environment">The keys of the environment.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="job">Everything else.</param>
    public string Write(string environment, string name = "job", string job = Job) =>
        _folder.Write($"{name}.conf", $"actoril {{\n{job}\n  environment {{ {environment} }}\n}}\n");

    /// <summary>The job on the CartPole in Python.</summary>
    public string WriteOutside(string more = "") => Write($"{Program("cartpole_numpy.py")}, {more}");

    /// <summary>The job on one that fails.</summary>
    /// <param name="kind">How it fails.</param>
    /// <param name="isOnce">Whether it does so only once.</param>
    /// <param name="more">More keys of the environment.</param>
    /// <param name="job">Everything else.</param>
    public string WriteFaulty(string kind, bool isOnce, string more = "", string job = Job) =>
        Write($"{Program("faulty.py", kind, isOnce ? Combine($"{kind}.once") : "always")}, {more}", kind, job);

    /// <summary>The keys of a program.</summary>
    public string Program(string file, params string[] arguments)
    {
        var words = new[] { Interpreter, Combine(file) }.Concat(arguments).Select(static word => $"\"{word}\"");
        return $"id = external, command = [{string.Join(", ", words)}]";
    }

    public void Dispose() => _folder.Dispose();
}
