using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.External.Tests;

/// <summary>actoril_env.py with Gymnasium, and with a stand-in of the few names it uses.</summary>
public class GymnasiumTests
{
    private const string StandIn = """
        import numpy as np
        __version__ = "0.0 stand-in"
        class Box:
            def __init__(self, low, high, shape, dtype):
                self.low, self.high = np.full(shape, low, dtype), np.full(shape, high, dtype)
                self.shape, self.dtype = shape, np.dtype(dtype)
        class Discrete:
            def __init__(self, n, start=0):
                self.n, self.start, self.shape, self.dtype = n, start, (), np.dtype(np.int64)
        class MultiDiscrete:
            def __init__(self, nvec):
                self.nvec, self.shape, self.dtype = np.asarray(nvec), (len(nvec),), np.dtype(np.int64)
        class Dict:
            def __init__(self, **spaces):
                self.spaces = spaces
        class Env:
            pass
        class vector:
            class VectorEnv:
                pass
        class Robot(Env):
            observation_space = Dict(camera=Box(0, 255, (2, 3), np.uint8), mode=Discrete(4, start=1))
            action_space = MultiDiscrete([3, 2])
            def reset(self, *, seed=None, options=None):
                self.steps = 0
                return self.see(seed % 4 + 1), {}
            def step(self, action):
                assert action.shape == (2,) and action.dtype == np.int64
                self.steps += 1
                return self.see(action[0] + 1), float(action[1]), False, self.steps == 2, {}
            def see(self, mode):
                return {"camera": np.arange(6, dtype=np.uint8).reshape(2, 3) + 250, "mode": mode}
        def make(name):
            print("making", name)
            if name != "Robot-v0":
                raise ValueError(f"no environment {name}")
            return Robot()
        """;

    [Fact]
    public void An_environment_of_gymnasium_is_served_by_its_name_alone()
    {
        using var folder = new Scratch();
        using var process = Programs.Start(Served(folder, "Robot-v0"));
        Assert.Equal("Robot-v0", process.Welcome.EnvironmentId);
        Assert.Equal("gymnasium 0.0 stand-in", process.Welcome.EnvironmentVersion);
        Assert.Equal(new Space.Product([new Space.Discrete(3), new Space.Discrete(2)]), process.Welcome.Actions);
        Assert.Equal(7, process.Welcome.Observations.Size);

        process.Open(2).Require();
        var (seen, rewards, endings) = (new float[14], new double[2], new Ending[2]);
        Assert.Null(process.Reset([0, 1], [5, 7], seen));
        Assert.Equal([250, 251, 252, 253, 254, 255, 1, 250, 251, 252, 253, 254, 255, 3], seen);
        Assert.Null(process.Step([0, 1], [2, 1, 0, 0], seen, rewards, endings));
        Assert.Equal((2f, 0f), (seen[6], seen[13]));
        Assert.Equal([1, 0], rewards);
        Assert.Null(process.Step([0, 1], [2, 1, 0, 0], seen, rewards, endings));
        Assert.Equal([Ending.Truncated, Ending.Truncated], endings);
    }

    [Fact]
    public void An_environment_that_gymnasium_does_not_know_is_an_error_with_its_words()
    {
        using var folder = new Scratch();
        var failure = Programs.Refused(Served(folder, "Robot-v9"));
        Assert.Equal(ExternalFailureKind.Exited, failure.Kind);
        Assert.Contains("no environment Robot-v9", failure.LastLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_gymnasium_the_error_says_so()
    {
        var python = Testing.Python.WithNumPyOrSkip();
        Assert.SkipWhen(Tool.Succeeds(python, "-c", "import gymnasium"), "Gymnasium imports here.");
        var failure = Programs.Refused(Programs.Of(python, Library, "CartPole-v1"));
        Assert.Contains("Gymnasium does not import here", failure.LastLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void CartPole_of_gymnasium_starts_as_it_documents()
    {
        var python = Testing.Python.WithNumPyOrSkip();
        Assert.SkipUnless(
            Tool.Succeeds(python, "-c", "import gymnasium"),
            "Gymnasium does not import here: pip install gymnasium. The same path was tested with a stand-in."
        );
        using var process = Programs.Start(Programs.Of(python, Library, "CartPole-v1"));
        process.Open(1).Require();
        var seen = new float[4];
        Assert.Null(process.Reset([0], [123], seen));
        Assert.Equal(0.01823519f, seen[0], 1e-8f);
        Assert.Equal(-0.03156282f, seen[3], 1e-8f);
    }

    private static string Library => Path.Combine(Programs.Folder, PythonFiles.Library);

    private static ExternalCommand Served(Scratch folder, string name)
    {
        File.WriteAllText(Path.Combine(folder.Path, "gymnasium.py"), StandIn);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The env command of Unix sets the path of modules.");
        return Programs.Of("env", $"PYTHONPATH={folder.Path}", Testing.Python.WithNumPyOrSkip(), Library, name);
    }
}
