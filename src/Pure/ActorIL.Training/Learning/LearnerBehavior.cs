using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Algorithms.Gail;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Adversarial;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Learning;

/// <summary>
/// Trains a policy by PPO: asks for a rollout, learns from it, asks for the next. Candidates are validated beside the
/// training, not between its steps; the best one is the result. Who stands in for the environment's rewards is asked
/// for them before advantages are estimated.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Plan">Settings of training and validation.</param>
/// <param name="RetriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
/// <param name="Evaluator">Who validates.</param>
public sealed record LearnerBehavior(
    EnvironmentEntry Environment,
    ExpertPlan.Trained Plan,
    int RetriesMax,
    ActorRef<EvaluatorMessage> Evaluator
) : Behavior<LearnerState, LearnerMessage>
{
    private const string CollectorName = "collector";
    private const string JudgeName = "discriminator";
    private const int RolloutTag = 0;
    private const int RewardTag = -1;

    // The collector's message and the block's come between asking for a rollout and its first step.
    private const int HopCount = 1;

    public override TypeName BehaviorName => new("ppo-learner", 1);

    /// <summary>Who stands in for the environment's rewards; null for the environment itself.</summary>
    public RewardSource? Rewards { get; init; }

    private PpoNetworks Networks { get; } =
        PpoNetworks.Create(Environment.Module.Observations, Environment.Module.Actions, Plan.Ppo).Require();

    public override LearnerState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, CollectorName, Collector());
        if (Rewards is { } rewards)
        {
            outbox.Spawn(in ctx, JudgeName, rewards.Judge);
        }

        var start = PpoInitialization.Start(Plan.Ppo, Networks, ctx.Key.Fold("start"));
        return new(
            start,
            default,
            [],
            Best: null,
            Final: null,
            EnvironmentStepCount: 0,
            ValidationStepCount: 0,
            Unrewarded: null
        );
    }

    public override LearnerState Receive(
        in Ctx ctx,
        LearnerState state,
        LearnerMessage message,
        scoped ref Outbox outbox
    ) =>
        message.Match<LearnerState, Outbox>(
            in ctx,
            state,
            ref outbox,
            Train,
            Rolled,
            Validated,
            Rewarded,
            Reconfigure,
            Learn
        );

    public override Directive Supervise(LearnerState state, in Failure failure) => Directive.Escalate;

    public override LearnerMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        new LearnerMessage.Reconfigure(string.Join(", ", changedKeys));

    public override Behavior? ChildBehavior(in Ctx ctx, string name) =>
        name switch
        {
            CollectorName => Collector(),
            JudgeName => Rewards?.Judge,
            _ => null,
        };

    /// <summary>The discriminator of a generator: a child of its own.</summary>
    /// <param name="generator">Who trains against it.</param>
    public static ActorRef<DiscriminatorMessage> JudgeOf(ActorId generator) => new(generator.Child(JudgeName));

    /// <summary>By the configuration alone: the networks follow from it.</summary>
    public bool Equals(LearnerBehavior? other) =>
        other is not null
        && (Environment, Plan, RetriesMax, Evaluator, Rewards)
            == (other.Environment, other.Plan, other.RetriesMax, other.Evaluator, other.Rewards);

    public override int GetHashCode() => Plan.BlockCount;

    /// <summary>Validations carry the update that made the candidate as their tag; updates count from 1.</summary>
    public override LearnerMessage FromAsk(int tag, AskOutcome outcome) =>
        tag switch
        {
            RolloutTag => new LearnerMessage.Rolled(AskAnswers.Require<Collected>(outcome)),
            RewardTag => new LearnerMessage.Rewarded(AskAnswers.Require<RolloutRewards>(outcome)),
            _ => new LearnerMessage.Validated(tag, AskAnswers.Require<EpisodeResults>(outcome)),
        };

    private string Prefix => Rewards is null ? LearnerNotes.Expert : LearnerNotes.Gail;

    private CollectorBehavior Collector() => new(Environment, Plan.Ppo.EnvironmentCount, Plan.BlockCount, RetriesMax);

    private LearnerState Train(in Ctx ctx, LearnerState state, LearnerMessage.Train request, scoped ref Outbox outbox)
    {
        var learning = request.Start is { } start
            ? PpoWarmStart.Apply(Plan.Ppo, Networks, state.Learning, start)
            : state.Learning;
        return AskForRollout(in ctx, state with { Learning = learning, ReplyTo = request.ReplyTo }, ref outbox);
    }

    private LearnerState Rolled(in Ctx ctx, LearnerState state, LearnerMessage.Rolled rolled, scoped ref Outbox outbox)
    {
        if (Rewards is null)
        {
            return TakeUp(in ctx, state, rolled.Collected, ref outbox);
        }

        var reply = outbox.NewReply<RolloutRewards>(in ctx);
        outbox.Ask(
            JudgeOf(ctx.Self),
            new DiscriminatorMessage.Reward(rolled.Collected.Rollout, reply),
            reply,
            RewardTag
        );
        return state with { Unrewarded = rolled.Collected };
    }

    private LearnerState Rewarded(
        in Ctx ctx,
        LearnerState state,
        LearnerMessage.Rewarded rewarded,
        scoped ref Outbox outbox
    )
    {
        var collected = state.Unrewarded!;
        var rollout = collected.Rollout.WithRewards(rewarded.Rewards.Rewards);
        return TakeUp(in ctx, state with { Unrewarded = null }, collected with { Rollout = rollout }, ref outbox);
    }

    /// <summary>
    /// Without a lag: learn, then ask for the next rollout of what was learnt. With one: ask for the next rollout of
    /// the policy of now, and learn while it is collected.
    /// </summary>
    private LearnerState TakeUp(in Ctx ctx, LearnerState state, Collected collected, scoped ref Outbox outbox)
    {
        if (Plan.PolicyLag == 0)
        {
            return Learn(in ctx, state, collected, ref outbox);
        }

        var held = state with { Held = collected };
        outbox.Tell(ctx.SelfAs<LearnerMessage>(), new LearnerMessage.Learn(HopCount));
        return state.Learning.UpdateCount + 1 < Plan.Ppo.UpdateCount ? AskForRollout(in ctx, held, ref outbox) : held;
    }

    private LearnerState Learn(in Ctx ctx, LearnerState state, LearnerMessage.Learn message, scoped ref Outbox outbox)
    {
        if (message.HopCount > 0)
        {
            outbox.Tell(ctx.SelfAs<LearnerMessage>(), new LearnerMessage.Learn(message.HopCount - 1));
            return state;
        }

        return Learn(in ctx, state with { Held = null }, state.Held!, ref outbox);
    }

    private LearnerState Learn(in Ctx ctx, LearnerState state, Collected collected, scoped ref Outbox outbox)
    {
        var rollout = collected.Rollout;
        var key = ctx.Key.Fold("update").Fold((ulong)state.Learning.UpdateCount);
        var (learning, metrics) = PpoUpdate.Update(Plan.Ppo, Networks, state.Learning, rollout, key, ctx.Forks);
        var next = state with
        {
            Learning = learning,
            EnvironmentStepCount = state.EnvironmentStepCount + rollout.Count,
        };
        LearnerNotes.Report(ref outbox, Prefix, next, metrics, collected.Returns);
        var isLast = learning.UpdateCount >= Plan.Ppo.UpdateCount;
        if (Plan.PolicyLag == 0 && !isLast)
        {
            next = AskForRollout(in ctx, next, ref outbox);
        }

        return isLast || learning.UpdateCount % Plan.ValidationIntervalUpdates == 0
            ? AskForValidation(in ctx, next, ref outbox)
            : next;
    }

    private LearnerState Validated(
        in Ctx ctx,
        LearnerState state,
        LearnerMessage.Validated validated,
        scoped ref Outbox outbox
    )
    {
        var index = state.Unscored.Select(other => other.Update).ToList().IndexOf(validated.Update);
        var candidate = state.Unscored[index] with { Score = validated.Results.Returns.Average() };
        var isFinal = candidate.Update == Plan.Ppo.UpdateCount;
        var next = state with
        {
            Unscored = state.Unscored.RemoveAt(index),
            Best = CandidateSelection.Better(state.Best, candidate),
            Final = isFinal ? candidate : state.Final,
            ValidationStepCount = state.ValidationStepCount + validated.Results.StepCountTotal,
        };
        outbox.Metric(Prefix + "validation_return", candidate.Score);
        if (next.Unscored.IsEmpty && next is { Final: { } final, Best: { } best })
        {
            outbox.Reply(
                next.ReplyTo,
                new PpoTrained(best, final, next.EnvironmentStepCount, next.ValidationStepCount)
            );
        }

        return next;
    }

    private LearnerState AskForRollout(in Ctx ctx, LearnerState state, scoped ref Outbox outbox)
    {
        var policy = PpoPolicies.Snapshot(Plan.Ppo, Networks, state.Learning);
        var drive = new Drive(new PolicySource.Trained(policy), Samples: true, Expert: null, ExpertProbability: 0)
        {
            RatesActions = Plan.PolicyLag > 0,
        };
        var reply = outbox.NewReply<Collected>(in ctx);
        outbox.Ask(
            ctx.Child<CollectorMessage>(CollectorName),
            new CollectorMessage.Collect(Plan.Ppo.RolloutSteps, drive, reply),
            reply,
            RolloutTag
        );
        return state;
    }

    private LearnerState AskForValidation(in Ctx ctx, LearnerState state, scoped ref Outbox outbox)
    {
        var policy = PpoPolicies.Snapshot(Plan.Ppo, Networks, state.Learning);
        var shown = Rewards is { HasAbsorbingState: true }
            ? AbsorbingPolicies.WithoutIndicator(policy, Networks.Policy.Network)
            : policy;
        var candidate = new Candidate(state.Learning.UpdateCount, shown, Score: 0);
        var reply = outbox.NewReply<EpisodeResults>(in ctx);
        outbox.Ask(
            Evaluator,
            new EvaluatorMessage.Evaluate(
                new PolicySource.Trained(candidate.Policy),
                EvaluationPurpose.Validation,
                Plan.ValidationEpisodes,
                reply
            ),
            reply,
            candidate.Update
        );
        return state with { Unscored = state.Unscored.Add(candidate) };
    }

    private static LearnerState Reconfigure(
        in Ctx ctx,
        LearnerState state,
        LearnerMessage.Reconfigure message,
        scoped ref Outbox outbox
    )
    {
        outbox.Log(NoteKind.Information, "reconfigured", message.Keys);
        return state;
    }
}
