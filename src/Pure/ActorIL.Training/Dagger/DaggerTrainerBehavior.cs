using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Experts;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Policies;
using ActorIL.Training.Replay;
using ActorIL.Training.Students;

namespace ActorIL.Training.Dagger;

/// <summary>
/// Runs DAgger's rounds: student steps, expert labels, buffer aggregates, student learns. A round goes on where the
/// last one stopped. Students are validated beside the next rounds, not between them.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Config">Rounds and how students learn.</param>
/// <param name="RetriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
/// <param name="Expert">Who labels.</param>
/// <param name="Evaluator">Who validates.</param>
public sealed record DaggerTrainerBehavior(
    EnvironmentEntry Environment,
    DaggerConfig Config,
    int RetriesMax,
    ActorRef<ExpertMessage> Expert,
    ActorRef<EvaluatorMessage> Evaluator
) : Behavior<DaggerTrainerState, DaggerMessage>
{
    // Tags of asks; validations have the round above them.
    private const int VisitTag = 0;
    private const int LabelTag = 1;
    private const int AggregateTag = 2;
    private const int TeachTag = 3;
    private const int ValidationTag = 4;

    public override TypeName BehaviorName => new("dagger-trainer", 1);

    private ImmutableArray<int> Sizes { get; } = DaggerRounds.Sizes(Config);

    private bool IsDiscrete => Environment.Module.Actions.Match(_ => true, _ => false, _ => false);

    public override DaggerTrainerState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "collector", Collector());
        outbox.Spawn(in ctx, "replay", Replay());
        outbox.Spawn(in ctx, "student", Student());
        return new(Expert: null, default, [], ScoredCount: 0, Visited: null, EnvironmentStepCount: 0);
    }

    public override DaggerTrainerState Receive(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage message,
        scoped ref Outbox outbox
    ) =>
        message.Match<DaggerTrainerState, Outbox>(
            in ctx,
            state,
            ref outbox,
            Begin,
            Visited,
            Labelled,
            Aggregated,
            Taught,
            Validated,
            Reconfigure
        );

    public override Directive Supervise(DaggerTrainerState state, in Failure failure) => Directive.Escalate;

    public override DaggerMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        new DaggerMessage.Reconfigure(string.Join(", ", changedKeys));

    public override Behavior? ChildBehavior(in Ctx ctx, string name) =>
        name switch
        {
            "collector" => Collector(),
            "replay" => Replay(),
            "student" => Student(),
            _ => null,
        };

    /// <summary>By the configuration alone: the sizes of the rounds follow from it.</summary>
    public bool Equals(DaggerTrainerBehavior? other) =>
        other is not null
        && (Environment, Config, RetriesMax, Expert, Evaluator)
            == (other.Environment, other.Config, other.RetriesMax, other.Expert, other.Evaluator);

    public override int GetHashCode() => RetriesMax;

    public override DaggerMessage FromAsk(int tag, AskOutcome outcome) =>
        tag switch
        {
            VisitTag => new DaggerMessage.Visited(AskAnswers.Require<Collected>(outcome)),
            LabelTag => new DaggerMessage.Labelled(AskAnswers.Require<ExpertLabels>(outcome)),
            AggregateTag => new DaggerMessage.Aggregated(AskAnswers.Require<LabelledBatch>(outcome)),
            TeachTag => new DaggerMessage.Taught(AskAnswers.Require<StudentTrained>(outcome)),
            _ => new DaggerMessage.Validated(tag - ValidationTag, AskAnswers.Require<EpisodeResults>(outcome)),
        };

    private CollectorBehavior Collector() => new(Environment, EnvironmentCount: 1, BlockCount: 1, RetriesMax);

    private ReplayBehavior Replay() => new(Environment);

    private StudentBehavior Student() => new(Environment, Config.Student, Config.WarmStart);

    private DaggerTrainerState Begin(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Begin request,
        scoped ref Outbox outbox
    )
    {
        var next = state with { Expert = request.Expert, ReplyTo = request.ReplyTo };
        AskForStates(in ctx, next, ref outbox);
        return next;
    }

    private DaggerTrainerState Visited(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Visited visited,
        scoped ref Outbox outbox
    )
    {
        var reply = outbox.NewReply<ExpertLabels>(in ctx);
        outbox.Ask(Expert, new ExpertMessage.Label(visited.Collected.Rollout.Observations, reply), reply, LabelTag);
        return state with
        {
            Visited = visited.Collected,
            EnvironmentStepCount = state.EnvironmentStepCount + visited.Collected.Rollout.Count,
        };
    }

    private DaggerTrainerState Labelled(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Labelled labelled,
        scoped ref Outbox outbox
    )
    {
        var rollout = state.Visited!.Rollout;
        var batch = RelabelPipeline.Label(rollout, labelled.Labels);
        outbox.Metric(
            "dagger.disagreement",
            DaggerLoss.Disagreement(rollout.Actions.AsSpan(), batch.Labels.AsSpan(), IsDiscrete)
        );
        var reply = outbox.NewReply<LabelledBatch>(in ctx);
        outbox.Ask(ctx.Child<ReplayMessage>("replay"), new ReplayMessage.Append(batch, reply), reply, AggregateTag);
        return state with { Visited = null };
    }

    private DaggerTrainerState Aggregated(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Aggregated aggregated,
        scoped ref Outbox outbox
    )
    {
        var reply = outbox.NewReply<StudentTrained>(in ctx);
        outbox.Ask(
            ctx.Child<StudentMessage>("student"),
            new StudentMessage.Train(aggregated.Aggregate, reply),
            reply,
            TeachTag
        );
        return state;
    }

    private DaggerTrainerState Taught(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Taught taught,
        scoped ref Outbox outbox
    )
    {
        var round = state.Rounds.Length;
        var labelCount = (round == 0 ? 0 : state.Rounds[^1].LabelCount) + Sizes[round];
        var student = new RoundStudent(round, labelCount, taught.Trained.Policy, Score: 0, ValidationStepCount: 0);
        var next = state with { Rounds = state.Rounds.Add(student) };
        var reply = outbox.NewReply<EpisodeResults>(in ctx);
        outbox.Ask(
            Evaluator,
            new EvaluatorMessage.Evaluate(
                new PolicySource.Trained(student.Policy),
                EvaluationPurpose.Validation,
                Config.ValidationEpisodes,
                reply
            ),
            reply,
            ValidationTag + round
        );
        outbox.Metric("dagger.labels", labelCount);
        if (next.Rounds.Length < Sizes.Length)
        {
            AskForStates(in ctx, next, ref outbox);
        }

        return next;
    }

    private DaggerTrainerState Validated(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Validated validated,
        scoped ref Outbox outbox
    )
    {
        var student = state.Rounds[validated.Round] with
        {
            Score = validated.Results.Returns.Average(),
            ValidationStepCount = validated.Results.StepCountTotal,
        };
        var next = state with
        {
            Rounds = state.Rounds.SetItem(validated.Round, student),
            ScoredCount = state.ScoredCount + 1,
        };
        outbox.Metric("dagger.validation_return", student.Score);
        if (next.ScoredCount == Sizes.Length)
        {
            outbox.Reply(next.ReplyTo, new DaggerTrained(next.Rounds, next.EnvironmentStepCount));
        }

        return next;
    }

    /// <summary>
    /// The student drives, the expert in its place with probability β. Before the first student it is the expert.
    /// </summary>
    private void AskForStates(in Ctx ctx, DaggerTrainerState state, scoped ref Outbox outbox)
    {
        var round = state.Rounds.Length;
        var expert = state.Expert!;
        var student = round == 0 ? expert : new PolicySource.Trained(state.Rounds[^1].Policy);
        var drive = new Drive(student, Samples: false, expert, DaggerRounds.Beta(Config, round));
        var reply = outbox.NewReply<Collected>(in ctx);
        outbox.Ask(
            ctx.Child<CollectorMessage>("collector"),
            new CollectorMessage.Collect(Sizes[round], drive, reply),
            reply,
            VisitTag
        );
    }

    private static DaggerTrainerState Reconfigure(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Reconfigure message,
        scoped ref Outbox outbox
    )
    {
        outbox.Log(NoteKind.Information, "reconfigured", message.Keys);
        return state;
    }
}
