using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Gail;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Numerics.Statistics;
using ActorIL.Training.Learning;

namespace ActorIL.Training.Adversarial;

/// <summary>
/// Pays a generator by how much its steps look like the expert's, and learns to tell the two apart from every rollout.
/// </summary>
/// <param name="Environment">What the generator is trained in.</param>
/// <param name="Config">How it learns and pays.</param>
/// <param name="Horizon">Steps of every training episode; 0 where there is no absorbing state.</param>
internal sealed record DiscriminatorBehavior(EnvironmentEntry Environment, GailConfig Config, int Horizon)
    : Behavior<DiscriminatorState, DiscriminatorMessage>
{
    public override TypeName BehaviorName => new("discriminator", 1);

    private Discriminator Discriminator { get; } =
        GailFeatures
            .Create(Environment.Module.Observations, Environment.Module.Actions, Horizon > 0)
            .Then(features => Discriminator.Create(features, Config))
            .Require();

    public override DiscriminatorState Init(in Ctx ctx, scoped ref Outbox outbox) => new(Learning: null, []);

    public override DiscriminatorState Receive(
        in Ctx ctx,
        DiscriminatorState state,
        DiscriminatorMessage message,
        scoped ref Outbox outbox
    ) => message.Match<DiscriminatorState, Outbox>(in ctx, state, ref outbox, Study, Reward, Reconfigure);

    public override DiscriminatorMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        new DiscriminatorMessage.Reconfigure(string.Join(", ", changedKeys));

    /// <summary>By the configuration alone: the network follows from it.</summary>
    public bool Equals(DiscriminatorBehavior? other) =>
        other is not null && (Environment, Config, Horizon) == (other.Environment, other.Config, other.Horizon);

    public override int GetHashCode() => Horizon;

    private DiscriminatorState Study(
        in Ctx ctx,
        DiscriminatorState state,
        DiscriminatorMessage.Study request,
        scoped ref Outbox outbox
    )
    {
        var demonstrated = Discriminator.Features.Of(request.Demonstrations.Trajectories, Horizon);
        var statistics = RunningMoments.Of(demonstrated.AsSpan(), Discriminator.Features.Count);
        return new(Discriminator.Start(ctx.Key.Fold("start"), statistics), demonstrated);
    }

    private DiscriminatorState Reward(
        in Ctx ctx,
        DiscriminatorState state,
        DiscriminatorMessage.Reward request,
        scoped ref Outbox outbox
    )
    {
        if (!Config.Learns)
        {
            var constant = Enumerable.Repeat((float)Config.ConstantReward, request.Rollout.Count);
            outbox.Reply(request.ReplyTo, new RolloutRewards([.. constant]));
            return state;
        }

        var learning =
            state.Learning
            ?? throw new InvalidOperationException("The discriminator was asked for rewards before it saw the expert.");
        var (next, rewards, metrics) = GailUpdate.Update(
            Config,
            Discriminator,
            learning,
            state.Demonstrated.AsSpan(),
            Discriminator.Features.Of(request.Rollout),
            ctx.Key.Fold("update").Fold((ulong)learning.UpdateCount)
        );
        outbox.Metric(LearnerNotes.Gail + "discriminator_loss", metrics.Loss);
        outbox.Metric(LearnerNotes.Gail + "expert_accuracy", metrics.ExpertAccuracy);
        outbox.Metric(LearnerNotes.Gail + "generator_accuracy", metrics.GeneratorAccuracy);
        outbox.Metric(LearnerNotes.Gail + "reward", rewards.Average());
        outbox.Reply(request.ReplyTo, new RolloutRewards([.. rewards]));
        return state with { Learning = next };
    }

    private static DiscriminatorState Reconfigure(
        in Ctx ctx,
        DiscriminatorState state,
        DiscriminatorMessage.Reconfigure message,
        scoped ref Outbox outbox
    )
    {
        outbox.Log(NoteKind.Information, "reconfigured", message.Keys);
        return state;
    }
}
