using System.Buffers.Binary;
using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Environments;
using ActorIL.Environments.ClassicControl;

namespace ActorIL.External.Tests;

/// <summary>actoril_env.py as a server: the example on arrays, and own environments.</summary>
public class PythonServerTests
{
    private const string Counting = """
        class Counting:
            observation_space = actoril_env.Box(-1e3, 1e3, shape=(2,))
            action_space = actoril_env.Discrete(3, start=-1)
            def reset(self, seed=None):
                print("chatter from reset")
                self.count, self.seed = 0, seed
                return np.array([0, seed % 100]), {}
            def step(self, action):
                print("chatter from step")
                self.count += action
                if self.count == 5:
                    raise ValueError("five is too many")
                reward = float("inf") if self.count == -3 else 0.5
                return np.array([self.count, action]), reward, self.count == 2, self.count == 3, {}
        actoril_env.serve(Counting, name="Counting-v0", version="7", instances_max=10)
        """;

    /// <summary>The numbers that Gymnasium's documentation shows for seed 123.</summary>
    [Fact]
    public void CartPole_on_arrays_moves_as_gymnasium_documents()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.CartPole));
        Assert.Equal(
            EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Module.Observations,
            process.Welcome.Observations
        );
        process.Open(1).Require();
        Assert.Null(process.Restore([0], [State(0, 0.01823519, -0.0446179, -0.02796401, -0.03156282)]));
        var (seen, rewards, endings) = (new float[4], new double[1], new Ending[1]);
        Assert.Null(process.Step([0], [1], seen, rewards, endings));
        ReadOnlySpan<float> documented = [0.01734283f, 0.15089367f, -0.02859527f, -0.33293587f];
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(documented[i], seen[i], 2e-8f);
        }
    }

    [Fact]
    public void CartPole_on_arrays_follows_ours_to_the_end_of_every_episode()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.CartPole));
        const int Count = 16;
        process.Open(Count).Require();
        var instances = Enumerable.Range(0, Count).ToArray();
        var states = new CartPoleState[Count];
        for (var i = 0; i < Count; i++)
        {
            states[i] = CartPole.Reset(new(), new((ulong)i));
            var (x, speed, angle, turn) = states[i];
            Assert.Null(process.Restore([i], [State(0, x, speed, angle, turn)]));
        }

        var (seen, rewards, endings) = (new float[4 * Count], new double[Count], new Ending[Count]);
        var (actions, expected, ended) = (new float[Count], new float[4], new bool[Count]);
        for (var step = 0; step < 60; step++)
        {
            Array.Fill(actions, step % 5 < 3 ? 1 : 0);
            Assert.Null(process.Step(instances, actions, seen, rewards, endings));
            for (var i = 0; i < Count; i++)
            {
                var result = CartPole.Step(new(), states[i], new(actions.AsSpan(i, 1)), default);
                states[i] = result.State;
                CartPole.Observe(new(), result.State, expected);
                for (var component = 0; component < 4; component++)
                {
                    Assert.Equal(expected[component], seen[(4 * i) + component], 1e-5f);
                }

                Assert.Equal((result.Reward, result.Ending), (rewards[i], endings[i]));
                ended[i] |= endings[i] == Ending.Terminated;
            }
        }

        Assert.DoesNotContain(false, ended);
    }

    [Fact]
    public void CartPole_on_arrays_is_truncated_after_five_hundred_steps()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.CartPole));
        process.Open(2).Require();
        Assert.Null(process.Restore([0, 1], [State(499, 0, 0, 0, 0), State(499, 0, 0, 0.3, 0)]));
        var endings = new Ending[2];
        Assert.Null(process.Step([0, 1], [1, 1], new float[8], new double[2], endings));
        Assert.Equal([Ending.Truncated, Ending.Terminated], endings);
    }

    [Fact]
    public void Starts_are_functions_of_their_seeds_whoever_else_is_started()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.CartPole));
        process.Open(3).Require();
        process.Open(2).Require();
        var (all, some) = (new float[20], new float[8]);
        Assert.Null(process.Reset([0, 1, 2, 3, 4], [10, 11, 12, 13, ulong.MaxValue], all));
        Assert.Null(process.Reset([4, 0], [11, ulong.MaxValue], some));
        Assert.Equal(all[4..8], some[..4]);
        Assert.Equal(all[16..], some[4..]);
        Assert.All(all, static number => Assert.InRange(number, -0.05f, 0.05f));
        Assert.Equal(20, all.Distinct().Count());
    }

    [Fact]
    public void Any_instances_in_any_order_step_as_all_of_them_do()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.CartPole));
        process.Open(3).Require();
        process.Open(2).Require();
        ulong[] seeds = [1, 2, 3, 4, 5];
        float[] actions = [0, 1, 1, 0, 1];
        var (whole, part, rewards, endings) = (new float[20], new float[20], new double[5], new Ending[5]);
        process.Reset([0, 1, 2, 3, 4], seeds, whole);
        Assert.Null(process.Step([0, 1, 2, 3, 4], actions, whole, rewards, endings));
        process.Reset([0, 1, 2, 3, 4], seeds, part);
        Assert.Null(process.Step([3, 1], [0, 1], part.AsSpan(0, 8), rewards.AsSpan(0, 2), endings.AsSpan(0, 2)));
        Assert.Equal([.. whole[12..16], .. whole[4..8]], part[..8]);
        Assert.Null(process.Step([4, 2, 0], [1, 1, 0], part.AsSpan(0, 12), rewards.AsSpan(0, 3), endings.AsSpan(0, 3)));
        Assert.Equal([.. whole[16..], .. whole[8..12], .. whole[..4]], part[..12]);
    }

    [Fact]
    public void What_an_environment_prints_does_not_disturb_the_protocol()
    {
        using var process = Programs.Start(Programs.Script(Counting));
        Assert.Equal(("Counting-v0", "7", 10), Named(process.Welcome));
        Assert.Equal(new Space.Discrete(3), process.Welcome.Actions);
        process.Open(2).Require();
        var (seen, rewards, endings) = (new float[4], new double[2], new Ending[2]);
        Assert.Null(process.Reset([0, 1], [7, 8], seen));
        Assert.Equal([0, 7, 0, 8], seen);
        Assert.Null(process.Step([0, 1], [2, 0], seen, rewards, endings));
        Assert.Equal([1, 1, -1, -1], seen);
        Assert.Null(process.Step([0], [2], seen.AsSpan(0, 2), rewards.AsSpan(0, 1), endings.AsSpan(0, 1)));
        Assert.Equal(Ending.Terminated, endings[0]);
        Assert.Null(process.Step([0], [2], seen.AsSpan(0, 2), rewards.AsSpan(0, 1), endings.AsSpan(0, 1)));
        Assert.Equal(Ending.Truncated, endings[0]);
    }

    [Fact]
    public void An_environment_that_raises_is_quoted_and_goes_on()
    {
        using var process = Programs.Start(Programs.Script(Counting));
        process.Open(1).Require();
        var (seen, rewards, endings) = (new float[2], new double[1], new Ending[1]);
        Assert.Null(process.Reset([0], [7], seen));
        ExternalFailure? failure = null;
        for (var i = 0; i < 5; i++)
        {
            failure = process.Step([0], [2], seen, rewards, endings);
        }

        Assert.Equal((ExternalFailureKind.Environment, false), (failure!.Kind, failure.IsFatal));
        Assert.Contains("ValueError: five is too many", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("chatter from step", failure.LastLines.Items);
        Assert.Null(process.Reset([0], [7], seen));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_named_with_their_instance()
    {
        using var process = Programs.Start(Programs.Script(Counting));
        process.Open(2).Require();
        var (seen, rewards, endings) = (new float[4], new double[2], new Ending[2]);
        Assert.Null(process.Reset([0, 1], [7, 8], seen));
        ExternalFailure? failure = null;
        for (var i = 0; i < 3; i++)
        {
            failure = process.Step([0, 1], [1, 0], seen, rewards, endings);
        }

        Assert.Equal((ExternalFailureKind.NotFinite, false), (failure!.Kind, failure.IsFatal));
        Assert.Contains("instance 1: the reward is", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void More_instances_than_a_program_has_are_refused_by_it()
    {
        using var process = Programs.Start(Programs.Script(Counting));
        var failure = process.Open(11).Match(_ => throw new InvalidOperationException("It opened."), found => found);
        Assert.Equal(ExternalFailureKind.Environment, failure.Kind);
        Assert.Equal(0, process.Open(10).Require());
    }

    [Fact]
    public void Snapshots_of_an_own_environment_go_on_in_another_process()
    {
        var (seen, rewards, endings) = (new float[2], new double[1], new Ending[1]);
        ImmutableArray<ImmutableArray<byte>> saved;
        using (var first = Programs.Start(Programs.Script(Counting)))
        {
            Assert.True(first.Welcome.CanSnapshot);
            first.Open(1).Require();
            first.Reset([0], [7], seen);
            first.Step([0], [2], seen, rewards, endings);
            saved = first.Snapshot([0]).Require();
        }

        using var second = Programs.Start(Programs.Script(Counting));
        second.Open(2).Require();
        Assert.Null(second.Restore([1], saved.AsSpan()));
        Assert.Null(second.Step([1], [2], seen, rewards, endings));
        Assert.Equal((2f, Ending.Terminated), (seen[0], endings[0]));
    }

    [Fact]
    public void A_mistake_in_the_program_is_shown_with_its_traceback()
    {
        var failure = Programs.Refused(Programs.Script("actoril_env.serve(Maze)"));
        Assert.Equal((ExternalFailureKind.Exited, 1), (failure.Kind, failure.ExitCode));
        Assert.Contains("NameError: name 'Maze' is not defined", failure.LastLines[^1], StringComparison.Ordinal);
    }

    private static (string Name, string Version, int Most) Named(ExternalWelcome welcome) =>
        (welcome.EnvironmentId, welcome.EnvironmentVersion, welcome.InstanceCountMax);

    /// <summary>A snapshot as cartpole_numpy.py makes it.</summary>
    private static ImmutableArray<byte> State(int stepCount, params ReadOnlySpan<double> numbers)
    {
        var bytes = new byte[36];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8 * i), numbers[i]);
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(32), stepCount);
        return [.. bytes];
    }
}
