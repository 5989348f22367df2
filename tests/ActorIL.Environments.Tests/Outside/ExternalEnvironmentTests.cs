using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Outside;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Outside;

/// <summary>Environments in another process against the same ones in this process.</summary>
public sealed class ExternalEnvironmentTests
{
    private static readonly RngKey Key = RngKey.Root(7);

    public static TheoryData<string> Shipped => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Episodes_outside_are_those_inside(string id)
    {
        var module = Find(id).Module;
        foreach (var (together, inExchange) in ((int, int)[])[(1, 64), (3, 64), (5, 2), (64, 64)])
        {
            var budget = new EpisodeBudget(2, 9) { BatchCountMax = together, StepCountMax = 120 };
            var outside = ModuleExchange.Outside(module, ModuleExchange.Of(module), false, inExchange);
            var inside = EpisodeRunner.Record(module, Uneven(module), budget, Key);
            var seen = EpisodeRunner.Record(outside, Uneven(module), budget, Key);
            Assert.Equal(Bytes(inside), Bytes(seen));
        }
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void A_block_goes_on_in_any_process_and_needs_nothing_restored_in_its_own(bool snapshots, bool isOther)
    {
        var module = Find("CartPole-v1").Module;
        var inside = VectorEnvironment.Start(module, 5, Key, 10);
        var exchange = ModuleExchange.Of(module);
        var outside = ModuleExchange.Outside(module, exchange, snapshots, exchangeCountMax: 3);
        var snapshot = VectorEnvironment.Start(outside, 5, Key, 10).Snapshot();
        for (var chunk = 0; chunk < 4; chunk++)
        {
            if (isOther)
            {
                exchange = ModuleExchange.Of(module);
                outside = ModuleExchange.Outside(module, exchange, snapshots, exchangeCountMax: 3);
            }

            exchange.Resets.Clear();
            exchange.Restores.Clear();
            Instances(outside).Begin("block");
            var environments = VectorEnvironment.Resume(outside, Copied(snapshot));
            var ended = Step(environments, chunk, 23);
            Assert.Equal(Step(inside, chunk, 23), ended);
            snapshot = environments.Snapshot();
            Instances(outside).End(keeps: true);
            if (chunk > 0 && !isOther)
            {
                Assert.Equal(ended.Finished, exchange.Resets.Count);
                Assert.Empty(exchange.Restores);
            }
        }
    }

    [Fact]
    public void Forks_outside_cost_what_they_cost_inside()
    {
        var entry = Find("CartPole-v1");
        var episode = EpisodeRunner.Record(entry.Module, Uneven(entry.Module), new(0, 1), Key)[0];
        var plan = new ForkPlan(
            EpisodeKeys.Episode(Key, 0),
            episode.Actions,
            [1, 4, 4, 7],
            [0f, 1f],
            entry.Controller.Require(),
            RolloutCount: 1
        )
        {
            BatchCountMax = 3,
        };
        var inside = ForkRunner.Run(entry.Module, plan);
        foreach (var snapshots in (bool[])[false, true])
        {
            var outside = ModuleExchange.Outside(entry.Module, ModuleExchange.Of(entry.Module), snapshots);
            var forks = ForkRunner.Run(outside, plan);
            Assert.Equal(inside.Costs, forks.Costs);
            Assert.Equal(inside.OwnActions, forks.OwnActions);
        }
    }

    [Fact]
    public void What_is_built_around_an_environment_is_built_around_one_outside_too()
    {
        var whole = Find("CartPole-v1");
        var outside = new EnvironmentEntry(ExternalModules.Of(ModuleExchange.Identity(whole.Module)));
        var view = new ObservationView([0, 2], true, 2);
        foreach (
            var build in (Func<EnvironmentEntry, EnvironmentEntry>[])
                [entry => entry.SeenBy(view).Require(), entry => AbsorbingHorizons.Of(entry, 40)]
        )
        {
            var (inside, around) = (build(whole).Module, build(outside));
            Assert.Equal(whole.Id, around.Outside!.Id);
            var identity = ModuleExchange.Identity(whole.Module);
            var instances = new ExternalInstances(identity, ModuleExchange.Of(whole.Module), 64, 64);
            var budget = new EpisodeBudget(0, 6) { StepCountMax = 60 };
            Assert.Equal(
                Bytes(EpisodeRunner.Record(inside, Uneven(inside), budget, Key)),
                Bytes(EpisodeRunner.Record(around.Connected(instances).Module, Uneven(inside), budget, Key))
            );
        }

        Assert.Null(whole.Outside);
    }

    [Fact]
    public void Starts_and_looks_of_a_batch_go_in_one_exchange()
    {
        var module = Find("CartPole-v1").Module;
        var exchange = ModuleExchange.Of(module);
        var outside = ModuleExchange.Outside(module, exchange);
        var environments = VectorEnvironment.Start(outside, 8, Key);
        _ = Step(environments, 0, 10);
        Assert.Equal(Enumerable.Repeat(8, 10), exchange.StepCounts);
        Assert.Equal(Enumerable.Range(0, 8), exchange.Resets.Take(8));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(9.5f, "9.5")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void An_observation_that_cannot_be_is_named_with_component_value_and_step(float value, string text)
    {
        var module = Find("CartPole-v1").Module;
        var exchange = ModuleExchange.Of(
            module,
            (number, row, seen) => seen[2] = number == 4 && row == 1 ? value : seen[2]
        );
        var environments = VectorEnvironment.Start(ModuleExchange.Outside(module, exchange), 4, Key, 20);
        var failure = Assert.Throws<EnvironmentFailureException>(() => Step(environments, 0, 10));
        Assert.Contains("CartPole-v1, environment 21, episode 0, step 3: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Component 2 of the observation is {text}; wanted", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_that_comes_out_otherwise_when_it_is_gone_through_again_is_named()
    {
        var module = Find("CartPole-v1").Module;
        var environments = VectorEnvironment.Start(ModuleExchange.Outside(module, ModuleExchange.Of(module)), 2, Key);
        _ = Step(environments, 0, 5);
        var other = ModuleExchange.Of(module, (_, _, seen) => seen[0] += 0.25f);
        var failure = Assert.Throws<ExternalFailureException>(() =>
            Step(VectorEnvironment.Resume(ModuleExchange.Outside(module, other), environments.Snapshot()), 1, 1)
        );
        Assert.Contains("component 0", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not deterministic", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_instances_than_a_program_runs_are_refused()
    {
        var module = Find("CartPole-v1").Module;
        var outside = ModuleExchange.Outside(module, ModuleExchange.Of(module), instanceCountMax: 3);
        var failure = Assert.Throws<ExternalFailureException>(() => VectorEnvironment.Start(outside, 4, Key));
        Assert.Contains("3 instances a process at most", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_process_nothing_is_stepped()
    {
        var module = ExternalModules.Of(ModuleExchange.Identity(Find("CartPole-v1").Module));
        var environments = VectorEnvironment.Start(module, 2, Key);
        Assert.Equal(2, environments.Snapshot().Count);
        var failure = Assert.Throws<EnvironmentFailureException>(() => Step(environments, 0, 1));
        Assert.Contains("another process", failure.Message, StringComparison.Ordinal);
    }

    private static EnvironmentEntry Find(string id) => EnvironmentCatalog.Shipped.Find(id).Require();

    private static RulePolicy Uneven(EnvironmentModule module) =>
        new(module, observation => observation[Math.Min(2, observation.Length - 1)] > 0 ? 1f : 0f);

    private static ImmutableArray<byte> Bytes(ImmutableArray<Trajectory> episodes) =>
        [.. episodes.SelectMany(episode => FieldCodec.Bytes(episode))];

    /// <summary>Through its canonical bytes, as it travels in messages.</summary>
    private static VectorSnapshot Copied(VectorSnapshot snapshot) =>
        FieldCodec.Read<VectorSnapshot>(FieldCodec.Bytes(snapshot).AsSpan(), _ => null).Require();

    private static ExternalInstances Instances(EnvironmentModule module) =>
        ((EnvironmentModule<ExternalEnvironment, ExternalParams, ExternalState>)module).Parameters.Instances!;

    /// <summary>Takes some steps; everything that was seen as one hash, and the episodes that ended.</summary>
    private static (ulong Seen, int Finished) Step(VectorEnvironment environments, int salt, int stepCount)
    {
        var (count, hash, finished) = (environments.Count, 0UL, 0);
        var observations = new float[count * environments.ObservationSize];
        var finals = new float[observations.Length];
        var (actions, rewards, endings) = (new float[count], new double[count], new Ending[count]);
        for (var step = 0; step < stepCount; step++)
        {
            environments.Observe(observations);
            for (var i = 0; i < count; i++)
            {
                actions[i] = ((step * 7) + (i * 3) + salt) % 5 % 2;
            }

            environments.Step(actions, rewards, endings, finals);
            finished += environments.Finished.Length;
            hash = Fold(Fold(hash, observations), finals);
            hash = Fold(hash, [.. rewards.Select(static reward => (float)reward)]);
            hash = Fold(hash, [.. endings.Select(static ending => (float)ending)]);
        }

        environments.Observe(observations);
        return (Fold(hash, observations), finished);
    }

    private static ulong Fold(ulong hash, float[] numbers) =>
        numbers.Aggregate(
            hash,
            static (all, number) => new RngKey(all).Fold(BitConverter.SingleToUInt32Bits(number)).Value
        );
}
