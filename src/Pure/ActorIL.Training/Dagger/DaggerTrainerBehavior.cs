using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Appraisals;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Experts;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Policies;
using ActorIL.Training.Replay;
using ActorIL.Training.Students;
using ActorIL.Training.Visits;

namespace ActorIL.Training.Dagger;

/// <summary>
/// Runs DAgger's rounds: student steps, expert labels, buffer aggregates, student learns. Rounds counted in labels go
/// on where the last one stopped, rounds counted in episodes take whole ones. Students are validated beside the next
/// rounds, not between them.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Config">Rounds and how students learn.</param>
/// <param name="RetriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
/// <param name="Expert">Who labels.</param>
/// <param name="Evaluator">Who validates.</param>
internal sealed record DaggerTrainerBehavior(
    EnvironmentEntry Environment,
    DaggerConfig Config,
    int RetriesMax,
    ActorRef<ExpertMessage> Expert,
    ActorRef<EvaluatorMessage> Evaluator
) : Behavior<DaggerTrainerState, DaggerMessage>
{
    // Tags of asks; validations have the round above them, further students of an ensemble their number below 0.
    private const int VisitTag = 0;
    private const int LabelTag = 1;
    private const int AggregateTag = 2;
    private const int TeachTag = 3;
    private const int ValidationTag = 4;

    /// <summary>What labelled batches go through before they are kept, in order.</summary>
    public EquatableArray<PipelineStage<LabelledBatch>> LabelStages { get; init; } = [];

    public override TypeName BehaviorName => new("dagger-trainer", 1);

    private int RoundCount { get; } = DaggerRounds.Count(Config.Rounds);

    /// <summary>Planned labels of each round; empty where rounds are counted in episodes.</summary>
    private ImmutableArray<int> Sizes { get; } =
        Config.Rounds.Match(byLabels: DaggerRounds.Sizes, byEpisodes: _ => ImmutableArray<int>.Empty);

    private DaggerChildren Children => new(Environment, Config, RetriesMax, LabelStages);

    private int StudentCount => Children.StudentCount;

    /// <summary>Whether a lesson needs the steps between labelled ones too.</summary>
    private bool Remembers => Config.Student.Model.Remembers;

    private RoundPlan.ByEpisodes? Episodes =>
        Config.Rounds.Match<RoundPlan.ByEpisodes?>(byLabels: _ => null, byEpisodes: plan => plan);

    private bool IsDiscrete => Environment.Module.Actions.Match(_ => true, _ => false, _ => false);

    public override DaggerTrainerState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var children = Children;
        if (children.Visitor() is { } visitor)
        {
            outbox.Spawn(in ctx, DaggerChildren.VisitorName, visitor);
        }
        else
        {
            outbox.Spawn(in ctx, DaggerChildren.CollectorName, children.Collector());
        }

        if (children.Appraiser() is { } appraiser)
        {
            outbox.Spawn(in ctx, DaggerChildren.AppraiserName, appraiser);
        }

        outbox.Spawn(in ctx, DaggerChildren.ReplayName, children.Replay());
        for (var member = 0; member < StudentCount; member++)
        {
            outbox.Spawn(in ctx, DaggerChildren.StudentName(member), children.Student());
        }

        return new(
            Expert: null,
            default,
            [],
            ScoredCount: 0,
            Visited: null,
            EnvironmentStepCount: 0,
            LabelCount: 0,
            []
        );
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

    public override Behavior? ChildBehavior(in Ctx ctx, string name) => Children.Of(name);

    /// <summary>By the configuration alone: the sizes of the rounds follow from it.</summary>
    public bool Equals(DaggerTrainerBehavior? other) =>
        other is not null
        && (Environment, Config, RetriesMax, Expert, Evaluator, LabelStages)
            == (other.Environment, other.Config, other.RetriesMax, other.Expert, other.Evaluator, other.LabelStages);

    public override int GetHashCode() => RetriesMax;

    public override DaggerMessage FromAsk(int tag, AskOutcome outcome) =>
        tag switch
        {
            VisitTag => new DaggerMessage.Visited(AskAnswers.Require<Collected>(outcome)),
            LabelTag => new DaggerMessage.Labelled(AskAnswers.Require<ExpertLabels>(outcome)),
            AggregateTag => new DaggerMessage.Aggregated(AskAnswers.Require<LabelledBatch>(outcome)),
            TeachTag => new DaggerMessage.Taught(AskAnswers.Require<StudentTrained>(outcome), Member: 0),
            < 0 => new DaggerMessage.Taught(AskAnswers.Require<StudentTrained>(outcome), -tag),
            _ => new DaggerMessage.Validated(tag - ValidationTag, AskAnswers.Require<EpisodeResults>(outcome)),
        };

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
        var key = ctx.Key.Fold((ulong)state.Rounds.Length);
        var visit = RoundLabels.Chosen(Config, visited.Collected, state.LabelCount, key);
        var reply = outbox.NewReply<ExpertLabels>(in ctx);
        if (Config.Student.Costs is null)
        {
            outbox.Ask(Expert, new ExpertMessage.Label(RelabelPipeline.Questions(visit), reply), reply, LabelTag);
        }
        else
        {
            var appraiser = ctx.Child<AppraiserMessage>(DaggerChildren.AppraiserName);
            outbox.Ask(appraiser, new AppraiserMessage.Appraise(visit, state.Expert!, reply), reply, LabelTag);
        }

        return state with
        {
            Visited = visit,
            EnvironmentStepCount = state.EnvironmentStepCount + visit.Rollout.Count,
        };
    }

    private DaggerTrainerState Labelled(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Labelled labelled,
        scoped ref Outbox outbox
    )
    {
        var visit = state.Visited!;
        var batch =
            Remembers && !visit.Labelled.IsEmpty
                ? RelabelPipeline.LabelEpisodes(visit, labelled.Labels)
                : RelabelPipeline.Label(visit, labelled.Labels);
        outbox.Metric(NoteName("disagreement"), Disagreement(visit, labelled.Labels));
        var reply = outbox.NewReply<LabelledBatch>(in ctx);
        outbox.Ask(
            ctx.Child<ReplayMessage>(DaggerChildren.ReplayName),
            new ReplayMessage.Append(batch, reply, IsEmptied(state.Rounds.Length)),
            reply,
            AggregateTag
        );
        return state with
        {
            Visited = null,
            LabelCount = visit.Labelled.IsEmpty ? 0 : state.LabelCount + batch.LabelCount,
            ExpertStepCount = state.ExpertStepCount + labelled.Labels.ExpertStepCount,
        };
    }

    private DaggerTrainerState Aggregated(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Aggregated aggregated,
        scoped ref Outbox outbox
    )
    {
        for (var member = 0; member < StudentCount; member++)
        {
            var reply = outbox.NewReply<StudentTrained>(in ctx);
            outbox.Ask(
                ctx.Child<StudentMessage>(DaggerChildren.StudentName(member)),
                new StudentMessage.Train(aggregated.Aggregate, reply),
                reply,
                member == 0 ? TeachTag : -member
            );
        }

        return state;
    }

    private DaggerTrainerState Taught(
        in Ctx ctx,
        DaggerTrainerState state,
        DaggerMessage.Taught taught,
        scoped ref Outbox outbox
    )
    {
        var members = state.Taught.Add(new(taught.Member, taught.Trained));
        if (members.Length < StudentCount)
        {
            return state with { Taught = members };
        }

        var policies = members.OrderBy(static member => member.Member).Select(member => member.Trained.Policy);
        var round = state.Rounds.Length;
        var labelCount = Sizes.IsEmpty ? state.LabelCount : Sizes.Take(round + 1).Sum();
        var student = new RoundStudent(round, labelCount, policies.First(), 0, 0, [.. policies.Skip(1)]);
        var next = state with { Rounds = state.Rounds.Add(student), Taught = [] };
        if (DaggerRounds.IsValidated(Config, round))
        {
            Validate(in ctx, student, ref outbox);
        }

        outbox.Metric(NoteName("labels"), labelCount);
        if (next.Rounds.Length < RoundCount)
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
        outbox.Metric(NoteName("validation_labels"), student.LabelCount);
        outbox.Metric(NoteName("validation_return"), student.Score);
        if (!validated.Results.Outcomes.IsEmpty)
        {
            outbox.Metric(NoteName("validation_failure"), validated.Results.FailureRate);
        }

        if (next.ScoredCount == Enumerable.Range(0, RoundCount).Count(round => DaggerRounds.IsValidated(Config, round)))
        {
            var trained = new DaggerTrained(next.Rounds, next.EnvironmentStepCount);
            outbox.Reply(next.ReplyTo, trained with { ExpertStepCount = next.ExpertStepCount });
        }

        return next;
    }

    /// <summary>
    /// The student drives, the expert in its place with probability β. Before the first student it is the expert.
    /// </summary>
    private void AskForStates(in Ctx ctx, DaggerTrainerState state, scoped ref Outbox outbox)
    {
        var (round, expert) = (state.Rounds.Length, state.Expert!);
        var reply = outbox.NewReply<Collected>(in ctx);
        if (Episodes is { } plan)
        {
            var episodeCount = round == 0 ? plan.FirstEpisodes : plan.EpisodesPerRound;
            var members = round == 0 ? [] : state.Rounds[^1].Members;
            outbox.Ask(
                ctx.Child<VisitorMessage>(DaggerChildren.VisitorName),
                new VisitorMessage.Visit(round, episodeCount, members, expert, reply),
                reply,
                VisitTag
            );
            return;
        }

        var student = round == 0 ? expert : new PolicySource.Trained(state.Rounds[^1].Policy);
        var beta = Config.Rounds.Match(byLabels: labels => labels.Mixture.Beta(round), byEpisodes: _ => 0);
        outbox.Ask(
            ctx.Child<CollectorMessage>(DaggerChildren.CollectorName),
            new CollectorMessage.Collect(Sizes[round], new(student, Samples: false, expert, beta), reply),
            reply,
            VisitTag
        );
    }

    private void Validate(in Ctx ctx, RoundStudent student, scoped ref Outbox outbox)
    {
        var reply = outbox.NewReply<EpisodeResults>(in ctx);
        outbox.Ask(
            Evaluator,
            new EvaluatorMessage.Evaluate(
                PolicySource.Of(student.Members),
                EvaluationPurpose.Validation,
                Config.ValidationEpisodes,
                reply
            ),
            reply,
            ValidationTag + student.Round
        );
    }

    /// <summary>Students of one's own have metrics of their own; their rows name the actor.</summary>
    private string NoteName(string metric) => (Episodes is null ? "dagger." : "students.") + metric;

    /// <summary>How much what was done differs from the labels, over the steps that have one.</summary>
    private double Disagreement(Collected visit, ExpertLabels labels) =>
        DaggerLoss.Disagreement(RelabelPipeline.Answered(visit).AsSpan(), labels.Labels.AsSpan(), IsDiscrete);

    /// <summary>Whether what was kept is dropped before this round's labels come.</summary>
    private bool IsEmptied(int round) =>
        Episodes is { } plan
        && Config.Replay.EmptiedEveryEpisodes is > 0 and var every
        && round > 0
        && EpisodeCount(plan, round) / every > EpisodeCount(plan, round - 1) / every;

    /// <summary>Episodes of the rounds before this one.</summary>
    private static long EpisodeCount(RoundPlan.ByEpisodes plan, int round) =>
        round == 0 ? 0 : plan.FirstEpisodes + ((round - 1L) * plan.EpisodesPerRound);

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
