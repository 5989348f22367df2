using ActorIL.Actors.Addressing;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Training;
using ActorIL.Training.Blocks;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;
using Akka;
using Akka.Streams.Dsl;

namespace ActorIL.Akka.Streams;

/// <summary>
/// PPO as a stream: chunks of environment blocks, ordered batches of them, their advantages, minibatches, and gradient
/// steps. Each element is what was learnt so far; whoever takes them slowly stops the environments.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Plan">Settings of training.</param>
/// <param name="Seed">The run's.</param>
public sealed record PpoTraining(EnvironmentEntry Environment, ExpertPlan.Trained Plan, ulong Seed)
{
    /// <summary>What comes between rollouts and learner; null for nothing. It must give as many as it takes.</summary>
    public Flow<Collected, Collected, NotUsed>? Splice { get; init; }

    /// <summary>Told how far both ends are; null for nobody.</summary>
    public StreamGauge? Gauge { get; init; }

    /// <summary>
    /// Whether environments step while the learner learns, on another actor. Then a rollout may be of an older policy,
    /// and says how probable its actions were.
    /// </summary>
    public bool IsAhead { get; init; }

    /// <summary>
    /// The most chunks that are ever stepped and not yet learnt from: those of a rollout, and of one more where
    /// environments are ahead. A splice that holds rollouts back without an end of its own may hold one more.
    /// </summary>
    public int ChunkCountAheadMax => Plan.BlockCount * (IsAhead || Splice is not null ? 2 : 1);

    private static ActorId Learner => ActorId.Root(RunSystem.RootName).Child(CoordinatorBehavior.LearnerName);

    /// <summary>
    /// What was learnt after each update, to the last. Each run of the source is a training of its own.
    /// </summary>
    public Source<PpoState, NotUsed> Source() =>
        global::Akka.Streams.Dsl.Source.Lazily(Fresh).MapMaterializedValue(static _ => NotUsed.Instance);

    private Source<PpoState, NotUsed> Fresh()
    {
        var networks = PpoNetworks
            .Create(Environment.Module.Observations, Environment.Module.Actions, Plan.Ppo)
            .Require();
        var key = RngKey.Root(Seed).Fold(Learner.Value);
        var learnt = new Learnt<PpoState>(PpoInitialization.Start(Plan.Ppo, networks, key.Fold("start")));
        var credit = IsAhead ? new ChunkCredit(ChunkCountAheadMax) : null;
        var rollouts = global::Akka
            .Streams.Dsl.Source.FromGraph(new DemandStage<BlockChunk>(() => Chunks(networks, learnt), credit))
            .Via(RolloutPipeline.Of(Plan.BlockCount).ToFlow());
        var spliced = Splice ?? Flow.Create<Collected>();
        var learner = spliced
            .Select(rollout => PpoPrepared.Of(Plan.Ppo, networks, learnt.Value, rollout.Rollout))
            .SelectMany(prepared => prepared.Minibatches(key.Fold("update").Fold((ulong)prepared.State.UpdateCount)))
            .Via(
                new PpoUpdateStage(state =>
                {
                    learnt.Value = state;
                    Gauge?.Consumed(Plan.BlockCount);
                    credit?.Give(Plan.BlockCount);
                })
            );

        // A section of its own, on another actor.
        return rollouts.Via(IsAhead ? learner.Async() : learner);
    }

    private Func<BlockChunk?> Chunks(PpoNetworks networks, Learnt<PpoState> learnt)
    {
        var blocks = new BlockRunner(
            Environment,
            Plan.Ppo.EnvironmentCount,
            Plan.BlockCount,
            Learner.Child("collector"),
            Seed
        );
        var (count, drive) = (0L, (Drive?)null);
        return () =>
        {
            var block = (int)(count % blocks.Count);
            var sequence = 1 + (count / blocks.Count);
            if (sequence > Plan.Ppo.UpdateCount)
            {
                return null;
            }

            // All blocks of a rollout act by one policy: that of its beginning.
            drive = block == 0 || drive is null ? DriveOf(networks, learnt.Value) : drive;
            count++;
            Gauge?.Produced();
            return blocks.Run(block, sequence, Plan.Ppo.RolloutSteps, drive);
        };
    }

    private Drive DriveOf(PpoNetworks networks, PpoState state) =>
        new(
            new PolicySource.Trained(PpoPolicies.Snapshot(Plan.Ppo, networks, state)),
            Samples: true,
            Expert: null,
            ExpertProbability: 0
        )
        {
            RatesActions = IsAhead,
        };
}
