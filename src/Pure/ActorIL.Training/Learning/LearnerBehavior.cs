using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Algorithms.Gail;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Adversarial;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Learning;

/// <summary>
/// Trains a policy from rollouts: asks for a rollout, learns from it, asks for the next. Candidates are validated
/// beside the training, not between its steps; the best one is the result. Who stands in for the environment's rewards
/// is asked for them before advantages are estimated.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Plan">Settings of training and validation.</param>
/// <param name="Algorithm">How it learns: the plan's, made for the environment's spaces.</param>
/// <param name="RetriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
/// <param name="Evaluator">Who validates.</param>
/// <typeparam name="TLearning">What the algorithm carries from one update to the next.</typeparam>
internal sealed record LearnerBehavior<TLearning>(
    EnvironmentEntry Environment,
    ExpertPlan.Trained Plan,
    IRolloutAlgorithm<TLearning> Algorithm,
    int RetriesMax,
    ActorRef<EvaluatorMessage> Evaluator
) : Behavior<LearnerState<TLearning>, LearnerMessage>
    where TLearning : class, IFields<TLearning>
{
    private const string CollectorName = "collector";
    private const int RolloutTag = 0;
    private const int RewardTag = -1;

    // The collector's message and the block's come between asking for a rollout and its first step.
    private const int HopCount = 1;

    public override TypeName BehaviorName { get; } = new($"{Plan.Algorithm.AlgorithmName}-learner", 1);

    /// <summary>What rollouts go through before they are learnt from, in order.</summary>
    public EquatableArray<PipelineStage<Collected>> RolloutStages { get; init; } = [];

    /// <summary>Who stands in for the environment's rewards; null for the environment itself.</summary>
    public RewardSource? Rewards { get; init; }

    public override LearnerState<TLearning> Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, CollectorName, Collector());
        if (Rewards is { } rewards)
        {
            outbox.Spawn(in ctx, RewardSource.JudgeName, rewards.Judge);
        }

        return new(
            Algorithm.Start(ctx.Key.Fold("start")),
            default,
            [],
            Best: null,
            Final: null,
            EnvironmentStepCount: 0,
            ValidationStepCount: 0,
            Unrewarded: null
        );
    }

    public override LearnerState<TLearning> Receive(
        in Ctx ctx,
        LearnerState<TLearning> state,
        LearnerMessage message,
        scoped ref Outbox outbox
    ) =>
        message.Match<LearnerState<TLearning>, Outbox>(
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

    public override Directive Supervise(LearnerState<TLearning> state, in Failure failure) => Directive.Escalate;

    public override LearnerMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        new LearnerMessage.Reconfigure(string.Join(", ", changedKeys));

    public override Behavior? ChildBehavior(in Ctx ctx, string name) =>
        name switch
        {
            CollectorName => Collector(),
            RewardSource.JudgeName => Rewards?.Judge,
            _ => null,
        };

    /// <summary>By the configuration alone: the algorithm follows from it.</summary>
    public bool Equals(LearnerBehavior<TLearning>? other) =>
        other is not null
        && (Environment, Plan, RetriesMax, Evaluator, Rewards, RolloutStages)
            == (other.Environment, other.Plan, other.RetriesMax, other.Evaluator, other.Rewards, other.RolloutStages);

    public override int GetHashCode() => Plan.BlockCount;

    /// <summary>Validations carry the update that made the candidate as their tag; updates count from 1.</summary>
    public override LearnerMessage FromAsk(int tag, AskOutcome outcome) =>
        tag switch
        {
            RolloutTag => new LearnerMessage.Rolled(AskAnswers.Require<Collected>(outcome)),
            RewardTag => new LearnerMessage.Rewarded(AskAnswers.Require<RolloutRewards>(outcome)),
            _ => new LearnerMessage.Validated(tag, AskAnswers.Require<EpisodeResults>(outcome)),
        };

    private string Prefix => Rewards is null ? LearnerNotes.Of(Plan.Algorithm) : LearnerNotes.Gail;

    private PolicyArchitecture Architecture(PolicySnapshot policy) =>
        PolicyArchitecture.Create(Environment.Module.Observations, Environment.Module.Actions, policy.Model).Require();

    private CollectorBehavior Collector() =>
        new(Environment, Plan.Algorithm.EnvironmentCount, Plan.BlockCount, RetriesMax) { Stages = RolloutStages };

    private LearnerState<TLearning> Train(
        in Ctx ctx,
        LearnerState<TLearning> state,
        LearnerMessage.Train request,
        scoped ref Outbox outbox
    )
    {
        var learning = request.Start is { } start ? Algorithm.WarmStart(state.Learning, start) : state.Learning;
        return AskForRollout(in ctx, state with { Learning = learning, ReplyTo = request.ReplyTo }, ref outbox);
    }

    private LearnerState<TLearning> Rolled(
        in Ctx ctx,
        LearnerState<TLearning> state,
        LearnerMessage.Rolled rolled,
        scoped ref Outbox outbox
    )
    {
        if (Rewards is null)
        {
            return TakeUp(in ctx, state, rolled.Collected, ref outbox);
        }

        var reply = outbox.NewReply<RolloutRewards>(in ctx);
        outbox.Ask(
            RewardSource.JudgeOf(ctx.Self),
            new DiscriminatorMessage.Reward(rolled.Collected.Rollout, reply),
            reply,
            RewardTag
        );
        return state with { Unrewarded = rolled.Collected };
    }

    private LearnerState<TLearning> Rewarded(
        in Ctx ctx,
        LearnerState<TLearning> state,
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
    private LearnerState<TLearning> TakeUp(
        in Ctx ctx,
        LearnerState<TLearning> state,
        Collected collected,
        scoped ref Outbox outbox
    )
    {
        if (Plan.PolicyLag == 0)
        {
            return Learn(in ctx, state, collected, ref outbox);
        }

        var held = state with { Held = collected };
        outbox.Tell(ctx.SelfAs<LearnerMessage>(), new LearnerMessage.Learn(HopCount));
        return Algorithm.UpdateCountOf(state.Learning) + 1 < Plan.Algorithm.UpdateCount
            ? AskForRollout(in ctx, held, ref outbox)
            : held;
    }

    private LearnerState<TLearning> Learn(
        in Ctx ctx,
        LearnerState<TLearning> state,
        LearnerMessage.Learn message,
        scoped ref Outbox outbox
    )
    {
        if (message.HopCount > 0)
        {
            outbox.Tell(ctx.SelfAs<LearnerMessage>(), new LearnerMessage.Learn(message.HopCount - 1));
            return state;
        }

        return Learn(in ctx, state with { Held = null }, state.Held!, ref outbox);
    }

    private LearnerState<TLearning> Learn(
        in Ctx ctx,
        LearnerState<TLearning> state,
        Collected collected,
        scoped ref Outbox outbox
    )
    {
        var rollout = collected.Rollout;
        var key = ctx.Key.Fold("update").Fold((ulong)Algorithm.UpdateCountOf(state.Learning));
        var (learning, metrics) = Algorithm.Update(state.Learning, rollout, key, ctx.Forks);
        var updateCount = Algorithm.UpdateCountOf(learning);
        var next = state with
        {
            Learning = learning,
            EnvironmentStepCount = state.EnvironmentStepCount + rollout.Count,
        };
        LearnerNotes.Report(ref outbox, Prefix, updateCount, next.EnvironmentStepCount, metrics, collected.Returns);
        var isLast = updateCount >= Plan.Algorithm.UpdateCount;
        if (Plan.PolicyLag == 0 && !isLast)
        {
            next = AskForRollout(in ctx, next, ref outbox);
        }

        return isLast || updateCount % Plan.ValidationIntervalUpdates == 0
            ? AskForValidation(in ctx, next, ref outbox)
            : next;
    }

    private LearnerState<TLearning> Validated(
        in Ctx ctx,
        LearnerState<TLearning> state,
        LearnerMessage.Validated validated,
        scoped ref Outbox outbox
    )
    {
        var index = state.Unscored.Select(other => other.Update).ToList().IndexOf(validated.Update);
        var candidate = state.Unscored[index] with { Score = validated.Results.Returns.Average() };
        var isFinal = candidate.Update == Plan.Algorithm.UpdateCount;
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

    private LearnerState<TLearning> AskForRollout(in Ctx ctx, LearnerState<TLearning> state, scoped ref Outbox outbox)
    {
        var policy = Algorithm.Policy(state.Learning);
        var drive = new Drive(new PolicySource.Trained(policy), Samples: true, Expert: null, ExpertProbability: 0)
        {
            RatesActions = Plan.PolicyLag > 0,
        };
        var reply = outbox.NewReply<Collected>(in ctx);
        outbox.Ask(
            ctx.Child<CollectorMessage>(CollectorName),
            new CollectorMessage.Collect(Plan.Algorithm.RolloutSteps, drive, reply),
            reply,
            RolloutTag
        );
        return state;
    }

    private LearnerState<TLearning> AskForValidation(
        in Ctx ctx,
        LearnerState<TLearning> state,
        scoped ref Outbox outbox
    )
    {
        var policy = Algorithm.Policy(state.Learning);
        var shown = Rewards is { HasAbsorbingState: true }
            ? AbsorbingPolicies.WithoutIndicator(policy, Architecture(policy).Network)
            : policy;
        var candidate = new Candidate(Algorithm.UpdateCountOf(state.Learning), shown, Score: 0);
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

    private static LearnerState<TLearning> Reconfigure(
        in Ctx ctx,
        LearnerState<TLearning> state,
        LearnerMessage.Reconfigure message,
        scoped ref Outbox outbox
    )
    {
        outbox.Log(NoteKind.Information, "reconfigured", message.Keys);
        return state;
    }
}
