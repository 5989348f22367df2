using System.Diagnostics;
using System.Globalization;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;

namespace ActorIL.Cli.Tests.Externals;

/// <summary>`actoril env serve` in a process of its own, driven by actoril_env.py.</summary>
public sealed class ServedEnvironmentTests
{
    private const string Prelude = """
        sys.path.insert(0, sys.argv[1])
        import actoril_env
        command = sys.argv[2:4]
        def show(*values):
            print(*(" ".join(f"{float(x):.9g}" for x in np.ravel(value)) for value in values), sep=" | ")

        """;

    [Fact]
    public void Python_trains_on_our_environments_with_the_methods_of_gymnasium()
    {
        var output = Run(
            """
            env = actoril_env.ActorILEnv("CartPole-v1", command)
            spaces = actoril_env.gymnasium.spaces if actoril_env.gymnasium else actoril_env
            assert isinstance(env.action_space, spaces.Discrete)
            assert env.action_space.n == 2 and env.observation_space.shape == (4,)
            seen, info = env.reset(seed=42)
            assert info == {} and seen.dtype == np.float32 and env.observation_space.contains(seen)
            show(seen)
            show(*env.step(1)[:4])
            steps, ended = 1, False
            while not ended:
                _, reward, terminated, truncated, _ = env.step(1)
                steps, ended = steps + 1, terminated or truncated
            assert reward == 1 and terminated and not truncated
            again, _ = env.reset(seed=42)
            assert (again == seen).all()
            env.reset()
            env.close()
            print(env._client.process.returncode)
            """
        );
        var start = CartPole.Reset(new(), new RngKey(42));
        var next = CartPole.Step(new(), start, new([1f]), default).State;
        Assert.Equal([Seen(start), $"{Seen(next)} | 1 | 0 | 0", "0"], output);
    }

    [Fact]
    public void Many_at_once_start_anew_in_the_step_that_ended_and_keep_their_final_observation()
    {
        var output = Run(
            """
            envs = actoril_env.ActorILVectorEnv("CartPole-v1", 32, command)
            seen, _ = envs.reset(seed=7)
            single = actoril_env.ActorILEnv("CartPole-v1", command)
            assert (single.reset(seed=10)[0] == seen[3]).all()
            ended = 0
            for step in range(40):
                seen, rewards, terminated, truncated, infos = envs.step(np.ones(32, int))
                if step < 5:
                    alone = single.step(1)
                    assert (alone[0] == seen[3]).all()
                if terminated.any():
                    assert (infos["_final_obs"] == terminated).all()
                    assert (np.abs(infos["final_obs"][terminated, 2]) > 0.2).all()
                    assert (np.abs(seen[terminated]) <= 0.05).all()
                    ended += terminated.sum()
            assert ended >= 64 and not truncated.any()
            envs.close()
            print("done")
            """
        );
        Assert.Equal(["done"], output);
    }

    [Fact]
    public void Parameters_reach_the_environment_and_mistakes_are_told_in_its_words()
    {
        var output = Run(
            """
            env = actoril_env.ActorILEnv("Pendulum-v1", command, parameters={"gravity": 5})
            usual = actoril_env.ActorILEnv("Pendulum-v1", command)
            show(env.action_space.low, env.action_space.high)
            assert (env.reset(seed=1)[0] == usual.reset(seed=1)[0]).all()
            assert (env.step([0.0])[0] != usual.step([0.0])[0]).any()
            saved = usual._client.snapshot([0])
            expected = usual.step([1.5])
            usual._client.restore([0], saved)
            assert (usual.step([1.5])[0] == expected[0]).all()
            try:
                env.step([float("nan")])
            except actoril_env.EnvironmentFailure as failure:
                print(failure)
            for name, parameters in (("Pendulum-v1", {"gravty": 1}), ("Maze-v0", {})):
                try:
                    actoril_env.ActorILEnv(name, command, parameters)
                except actoril_env.ProtocolError as error:
                    print(str(error)[-11:])
            """
        );
        Assert.Equal(["-2 | 2", "instance 0: action NaN", "exit code 1", "exit code 1"], output);
    }

    [Fact]
    public void Start_states_can_be_those_of_gymnasium()
    {
        var output = Run(
            """
            client = actoril_env._Client([*command, "env", "serve", "CartPole-v1", "--gymnasium-seeds"])
            client.open(1)
            show(client.reset([0], [123]))
            """
        );
        Assert.StartsWith("0.018235", output[0], StringComparison.Ordinal);
        Assert.Equal(-0.03156282, double.Parse(output[0].Split(' ')[3], CultureInfo.InvariantCulture), 1e-8);
    }

    [Fact]
    public void A_server_ends_when_its_client_is_killed_and_not_by_the_interrupt_of_a_terminal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked for in /proc.");
        var output = Run(
            """
            import os, signal, subprocess, time
            script = "import sys, time; sys.path.insert(0, sys.argv[1]); import actoril_env\n"
            script += "env = actoril_env.ActorILEnv('CartPole-v1', sys.argv[2:4]); env.reset(seed=1)\n"
            script += "print(env._client.process.pid, flush=True); sys.stdin.readline()\n"
            script += "print(env.reset(seed=1)[0].shape, flush=True); time.sleep(1000)"
            child = subprocess.Popen([sys.executable, "-c", script, *sys.argv[1:4]], stdin=-1, stdout=-1, text=True)
            server = int(child.stdout.readline())
            os.kill(server, signal.SIGINT)
            time.sleep(0.3)
            child.stdin.write("\n")
            child.stdin.flush()
            print(child.stdout.readline().strip())
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
            for _ in range(150):
                try:
                    if open(f"/proc/{server}/stat").read().rsplit(")", 1)[1].split()[0] == "Z":
                        break
                except OSError:
                    break
                time.sleep(0.1)
            else:
                print("the server is still there")
            """
        );
        Assert.Equal(["(4,)"], output);
    }

    [Fact]
    public async Task Bytes_that_are_no_request_are_an_error_in_words()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell of Unix connects the two.");
        using var child = ProgramProcess.StartOther(
            "sh",
            Path.GetTempPath(),
            "-c",
            $"echo reset | '{ProgramProcess.DotnetPath}' '{ProgramProcess.ProgramPath}' env serve CartPole-v1"
        );
        var result = await child.EndAsync();
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains("This is a server", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_python_files_are_printed_as_they_are_in_the_sources()
    {
        foreach (var name in External.PythonFiles.Names)
        {
            var folder = name == External.PythonFiles.Protocol ? "" : "python";
            var file = RepositoryRoot.Combine("src", "Shell", "ActorIL.External", folder, name);
            Assert.Equal(File.ReadAllText(file), Invocation.Run("env", "python", "--file", name).Out);
        }

        Assert.Equal(2, Invocation.Run("env", "python", "--file", "actoril_envs.py").Code);
    }

    private static string[] Run(string script) =>
        Python
            .RunOrSkip(
                Prelude + script,
                RepositoryRoot.Combine("src", "Shell", "ActorIL.External", "python"),
                ProgramProcess.DotnetPath,
                ProgramProcess.ProgramPath
            )
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Seen(CartPoleState state)
    {
        var seen = new float[4];
        CartPole.Observe(new(), state, seen);
        return string.Join(' ', seen.Select(static number => number.ToString("G9", CultureInfo.InvariantCulture)));
    }
}
