using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Akka.Streams;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Training;
using ActorIL.Training.Collection;
using ActorIL.Training.Dagger;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;
using Akka;
using Akka.Actor;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace ActorIL.Akka.Tests;

/// <summary>Both pipelines as streams: the numbers of the actors, and nobody runs ahead of who is slow.</summary>
public sealed class TrainingStreamTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ActorSystem _system = ActorSystem.Create(
        "streams",
        "akka.loglevel = OFF, akka.stdout-loglevel = OFF"
    );
    private readonly ActorMaterializer _materializer;

    public TrainingStreamTests() => _materializer = _system.Materializer();

    private static RunPlan Plan => Jobs.Small;

    private static ExpertPlan.Trained Trained => Plan.Expert.Training!;

    public void Dispose()
    {
        _materializer.Dispose();
        _system.Terminate().Wait(TimeSpan.FromSeconds(10));
        _system.Dispose();
    }

    [Fact]
    public async Task A_stream_of_ppo_learns_what_the_actors_learn()
    {
        var host = Ended();
        var run = ActorId.Root(RunSystem.RootName);
        var wanted = host.FinalState<LearnerState<PpoState>>(run.Child("learner")).Require().Learning;

        var found = await Run(Ppo().Source());

        Assert.Equal(Trained.Ppo.UpdateCount, found.Count);
        Assert.Equal(wanted.Parameters.Hash, found[^1].Parameters.Hash);
        Assert.Equal(wanted.SecondMoments.Hash, found[^1].SecondMoments.Hash);
    }

    [Fact]
    public async Task A_stream_of_dagger_learns_what_the_actors_learn()
    {
        var host = Ended();
        var run = ActorId.Root(RunSystem.RootName);
        var trainer = run.Child("dagger");
        var state = host.FinalState<DaggerTrainerState>(trainer).Require();

        var found = await Run(
            new DaggerTraining(Plan.Environment, Plan.Dagger!, state.Expert!, trainer, Plan.Seed).Source()
        );

        Assert.Equal(
            state.Rounds.Select(static round => round.Policy.Parameters.Hash),
            found.Select(static student => student.Student!.Parameters.Hash)
        );
    }

    [Fact]
    public async Task Environments_stop_while_nobody_wants_what_is_learnt()
    {
        var gauge = new StreamGauge();
        var training = Ppo() with { Gauge = gauge };
        var queue = training
            .Source()
            .RunWith(Sink.Queue<PpoState>().WithAttributes(Attributes.CreateInputBuffer(1, 1)), _materializer);
        for (var update = 1; update <= 3; update++)
        {
            Assert.True((await queue.PullAsync().WaitAsync(Patience, Token)).HasValue);
            await Settled(gauge);

            // One element may wait in the sink's own buffer.
            Assert.InRange(gauge.ConsumedCount, 0, (update + 1) * Trained.BlockCount);
            Assert.True(gauge.AheadCountMax <= training.ChunkCountAheadMax, $"{gauge.AheadCountMax} ahead");
        }
    }

    [Fact]
    public async Task Environments_that_run_ahead_stop_at_their_bound_before_a_slow_learner()
    {
        var gauge = new StreamGauge();
        var entered = new SemaphoreSlim(0);
        using var gate = new ManualResetEventSlim(initialState: false);
        var slow = Flow.Create<Collected>()
            .Select(rollout =>
            {
                entered.Release();
                gate.Wait(Patience);
                return rollout;
            });
        var training = Ppo() with { Gauge = gauge, IsAhead = true, Splice = slow };
        var done = Run(training.Source());
        Assert.True(await entered.WaitAsync(Patience, Token));
        await Settled(gauge);

        Assert.Equal(0, gauge.ConsumedCount);
        Assert.InRange(gauge.ProducedCount, 1, training.ChunkCountAheadMax);

        gate.Set();
        Assert.Equal(Trained.Ppo.UpdateCount, (await done).Count);
        Assert.True(gauge.AheadCountMax <= training.ChunkCountAheadMax, $"{gauge.AheadCountMax} ahead");
        entered.Dispose();
    }

    [Fact]
    public async Task A_flow_of_ones_own_can_be_spliced_into_ppo()
    {
        var plain = await Run(Ppo().Source());
        var doubled = Flow.Create<Collected>()
            .Select(static rollout =>
                rollout with
                {
                    Rollout = rollout.Rollout.WithRewards([
                        .. rollout.Rollout.Rewards.Select(static reward => 2 * reward),
                    ]),
                }
            );

        var found = await Run((Ppo() with { Splice = doubled }).Source());

        Assert.Equal(plain.Count, found.Count);
        Assert.NotEqual(plain[^1].Parameters.Hash, found[^1].Parameters.Hash);
        Assert.Equal(
            plain[^1].Parameters.Hash,
            (await Run((Ppo() with { Splice = Flow.Create<Collected>() }).Source()))[^1].Parameters.Hash
        );
    }

    [Fact]
    public async Task A_flow_of_ones_own_can_be_spliced_into_dagger()
    {
        var seen = new List<int>();
        var counting = Flow.Create<LabelledBatch>()
            .Select(batch =>
            {
                seen.Add(batch.Count);
                return batch;
            });
        var gauge = new StreamGauge();
        var training = new DaggerTraining(
            Plan.Environment,
            Plan.Dagger!,
            new PolicySource.Controller(),
            ActorId.Root("dagger"),
            Plan.Seed
        )
        {
            Splice = counting,
            Gauge = gauge,
        };

        var found = await Run(training.Source());

        Assert.Equal(found.Count, seen.Count);
        Assert.Equal(found.Count, gauge.ConsumedCount);
        Assert.True(gauge.AheadCountMax <= training.RoundCountAheadMax);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PpoTraining Ppo() => new(Plan.Environment, Trained, Plan.Seed);

    private static SimulationHost Ended()
    {
        var host = new SimulationHost(RunSystem.Root(Plan), RunSystem.Settings(Plan));

        // The root stops its children at the end: what they have learnt is read one step before.
        host.Run(static _ => false);
        return host;
    }

    private async Task<IReadOnlyList<T>> Run<T>(Source<T, NotUsed> source) =>
        [.. await source.RunWith(Sink.Seq<T>(), _materializer).WaitAsync(Patience, Token)];

    /// <summary>Waits until nothing has moved for a while.</summary>
    private static async Task Settled(StreamGauge gauge)
    {
        for (var before = -1L; before != gauge.ProducedCount + gauge.ConsumedCount; )
        {
            before = gauge.ProducedCount + gauge.ConsumedCount;
            await Task.Delay(TimeSpan.FromMilliseconds(150), Token);
        }
    }
}
