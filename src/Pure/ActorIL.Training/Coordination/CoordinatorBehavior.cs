using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Dagger;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;
using ActorIL.Training.Students;

namespace ActorIL.Training.Coordination;

/// <summary>
/// The root of a run: trains the expert, has it demonstrate, starts clones and DAgger side by side, and has everything
/// evaluated. The run is over when nothing is left to do; this actor's state is then its result.
/// </summary>
/// <param name="Plan">What to run.</param>
public sealed record CoordinatorBehavior(RunPlan Plan) : Behavior<CoordinatorState, CoordinatorMessage>
{
    /// <summary>Name of the child that trains the expert.</summary>
    public const string LearnerName = RunChildren.LearnerName;

    public override TypeName BehaviorName => new("coordinator", 1);

    public override CoordinatorState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var children = new RunChildren(Plan, ctx.Self);
        outbox.Spawn(in ctx, RunChildren.EvaluatorName, children.Evaluator());
        outbox.Spawn(in ctx, RunChildren.ExpertName, children.Expert());
        if (Plan.Dagger is { } dagger)
        {
            outbox.Spawn(in ctx, RunChildren.DaggerName, children.Dagger(dagger));
        }

        foreach (var student in Plan.Students)
        {
            outbox.Spawn(in ctx, student.Name, children.Dagger(student.Learning));
        }

        foreach (var adversary in Plan.Adversaries)
        {
            outbox.Spawn<LearnerMessage>(in ctx, adversary.Name, children.Generator(adversary));
        }

        var state = StartExpert(in ctx, new CoordinatorState(RunStages.Of(Plan)), ref outbox);
        return Plan.Inputs.Demonstrations is { } given
            ? StartClone(in ctx, state, RunStages.GivenClone, given.Labels, given.EpisodeCount, 0, ref outbox)
            : state;
    }

    public override CoordinatorState Receive(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage message,
        scoped ref Outbox outbox
    ) =>
        message.Match<CoordinatorState, Outbox>(
            in ctx,
            state,
            ref outbox,
            ExpertReady,
            Demonstrated,
            CloneReady,
            DaggerReady,
            Evaluated,
            GeneratorReady,
            Reconfigure
        );

    public override Behavior? ChildBehavior(in Ctx ctx, string name) => new RunChildren(Plan, ctx.Self).Of(name);

    public override Directive Supervise(CoordinatorState state, in Failure failure) => Directive.Escalate;

    public override CoordinatorMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        new CoordinatorMessage.Reconfigure(string.Join(", ", changedKeys));

    public override CoordinatorMessage FromAsk(int tag, AskOutcome outcome) => AskTags.Answer(tag, outcome);

    private CoordinatorState StartExpert(in Ctx ctx, CoordinatorState state, scoped ref Outbox outbox)
    {
        if (Plan.Expert.Training is { } plan)
        {
            var behavior = new RunChildren(Plan, ctx.Self).Learner(plan);
            var learner = outbox.Spawn<LearnerMessage>(in ctx, LearnerName, behavior);
            var reply = outbox.NewReply<PpoTrained>(in ctx);
            outbox.Ask(learner, new LearnerMessage.Train(reply) { Start = Plan.Inputs.Start }, reply, AskTags.Expert);
            return state;
        }

        var ready = Plan.Expert.Match<PolicySource?>(
            trained: _ => null,
            scripted: _ => new PolicySource.Controller(),
            given: _ => new PolicySource.Trained(Plan.Inputs.Expert!),
            absent: _ => null
        );
        if (ready is null)
        {
            return state;
        }

        var next = Finish(in ctx, state, RunStages.Expert, ready, new(0, 0, 0, 0, 0), ref outbox);
        StartImitation(in ctx, ready, ref outbox);
        return next;
    }

    private CoordinatorState ExpertReady(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.ExpertReady ready,
        scoped ref Outbox outbox
    )
    {
        var trained = ready.Trained;
        var cost = new StageCost(0, 0, trained.EnvironmentStepCount, trained.ValidationStepCount, 0);
        var final = new PolicySource.Trained(trained.Final.Policy);
        var best = new PolicySource.Trained(trained.Best.Policy);
        var next = Finish(in ctx, state, RunStages.ExpertFinal, final, cost, ref outbox);
        next = Finish(in ctx, next, RunStages.Expert, best, cost, ref outbox);
        StartImitation(in ctx, best, ref outbox);
        return next;
    }

    private void StartImitation(in Ctx ctx, PolicySource policy, scoped ref Outbox outbox)
    {
        var expert = ctx.Child<ExpertMessage>(RunChildren.ExpertName);
        outbox.Tell(expert, new ExpertMessage.Assume(policy));
        var plan = Plan.Demonstration;
        if (plan.CutCount > 0)
        {
            ExpertAsks.Demonstrations(
                in ctx,
                expert,
                new(plan.CutCount, plan.StepsMax, plan.Samples),
                AskTags.Cut,
                ref outbox
            );
        }

        if (plan.FullCount > 0)
        {
            var whole = new DemonstrationAsk(plan.FullCount, ExpertAsks.WholeEpisode, plan.Samples);
            ExpertAsks.Demonstrations(in ctx, expert, whole, AskTags.Full, ref outbox);
        }

        if (Plan.Dagger is not null)
        {
            var reply = outbox.NewReply<DaggerTrained>(in ctx);
            outbox.Ask(
                ctx.Child<DaggerMessage>(RunChildren.DaggerName),
                new DaggerMessage.Begin(policy, reply),
                reply,
                AskTags.Dagger
            );
        }

        for (var student = 0; student < Plan.Students.Count; student++)
        {
            var reply = outbox.NewReply<DaggerTrained>(in ctx);
            outbox.Ask(
                ctx.Child<DaggerMessage>(Plan.Students[student].Name),
                new DaggerMessage.Begin(policy, reply),
                reply,
                AskTags.Student + student
            );
        }

        AdversaryStages.Begin(Plan, in ctx, expert, ref outbox);
    }

    private CoordinatorState GeneratorReady(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.GeneratorReady ready,
        scoped ref Outbox outbox
    )
    {
        var (name, policy) = (Plan.Adversaries[ready.Adversary].Name, ready.Trained.Final.Policy);
        var cost = AdversaryStages.Cost(state, name, ready.Trained);
        return Finish(in ctx, state, name, new PolicySource.Trained(policy), cost, ref outbox);
    }

    private CoordinatorState Demonstrated(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.Demonstrated demonstrated,
        scoped ref Outbox outbox
    )
    {
        if (demonstrated.Adversary > 0)
        {
            return AdversaryStages.Study(Plan, in ctx, state, demonstrated, ref outbox);
        }

        var next = state;
        foreach (var count in Plan.Demonstration.ClonesOf(demonstrated.Full))
        {
            var name = RunStages.Clone(Plan, count, demonstrated.Full);
            var data = DemonstrationLabels.Labelled(demonstrated.Demonstrations.Trajectories[..count]);
            next = StartClone(in ctx, next, name, data, count, data.Count, ref outbox);
        }

        return next;
    }

    private CoordinatorState StartClone(
        in Ctx ctx,
        CoordinatorState state,
        string name,
        LabelledBatch data,
        int count,
        int stepCount,
        scoped ref Outbox outbox
    )
    {
        var stage = RunStages.IndexOf(state.Stages, name);
        var student = outbox.Spawn(in ctx, name, new RunChildren(Plan, ctx.Self).Clone());
        var reply = outbox.NewReply<StudentTrained>(in ctx);
        outbox.Ask(student, new StudentMessage.Train(data, reply), reply, AskTags.Clone + stage);
        var cost = new StageCost(data.LabelCount, stepCount, stepCount, 0, count);
        return new(state.Stages.SetItem(stage, state.Stages[stage] with { Cost = cost }));
    }

    private CoordinatorState CloneReady(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.CloneReady ready,
        scoped ref Outbox outbox
    )
    {
        var stage = state.Stages[ready.Stage];
        var policy = new PolicySource.Trained(ready.Trained.Policy);
        return Finish(in ctx, state, stage.Stage, policy, stage.Cost, ref outbox);
    }

    private CoordinatorState DaggerReady(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.DaggerReady ready,
        scoped ref Outbox outbox
    )
    {
        var rounds = ready.Trained.Rounds;
        var next = state;
        if (ready.Student > 0)
        {
            return FinishStudent(in ctx, next, Plan.Students[ready.Student - 1], ready.Trained, ref outbox);
        }

        foreach (var labelCount in RunStages.LabelCounts(Plan.Dagger!))
        {
            var best = DaggerSelection.BestWithin(rounds, labelCount);
            next = FinishDagger(in ctx, next, RunStages.Dagger(labelCount), best, rounds, labelCount, ref outbox);
        }

        var last = rounds[^1];
        return FinishDagger(in ctx, next, RunStages.DaggerLastRound, last, rounds, last.LabelCount, ref outbox);
    }

    private CoordinatorState FinishStudent(
        in Ctx ctx,
        CoordinatorState state,
        StudentPlan student,
        DaggerTrained trained,
        scoped ref Outbox outbox
    )
    {
        var last = trained.Rounds[^1];
        var demonstrations = student.Learning.Rounds.Match(_ => 0, byEpisodes: plan => plan.FirstEpisodes);
        var validationSteps = trained.Rounds.Sum(round => round.ValidationStepCount);
        var cost = new StageCost(
            last.LabelCount,
            last.LabelCount,
            trained.EnvironmentStepCount,
            validationSteps,
            demonstrations
        )
        {
            CostLabelCount = student.Learning.Student.Costs is null ? 0 : last.LabelCount,
            ExpertStepCount = trained.ExpertStepCount,
        };
        var next =
            trained.Rounds.Length == 1
                ? state
                : Finish(
                    in ctx,
                    state,
                    RunStages.LastRound(student.Name),
                    PolicySource.Of(last.Members),
                    cost,
                    ref outbox
                );
        var best = DaggerSelection.BestWithin(trained.Rounds, last.LabelCount);
        return Finish(in ctx, next, student.Name, PolicySource.Of(best.Members), cost, ref outbox);
    }

    private CoordinatorState FinishDagger(
        in Ctx ctx,
        CoordinatorState state,
        string stage,
        RoundStudent student,
        ImmutableArray<RoundStudent> rounds,
        int labelCount,
        scoped ref Outbox outbox
    )
    {
        var validationSteps = rounds
            .Where(round => round.LabelCount <= labelCount)
            .Sum(round => round.ValidationStepCount);
        var cost = new StageCost(labelCount, labelCount, labelCount, validationSteps, 0);
        return Finish(in ctx, state, stage, new PolicySource.Trained(student.Policy), cost, ref outbox);
    }

    private static CoordinatorState Evaluated(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.Evaluated evaluated,
        scoped ref Outbox outbox
    )
    {
        var stage = state.Stages[evaluated.Stage] with { Results = evaluated.Results };
        outbox.Log(
            NoteKind.Information,
            "stage.evaluated",
            string.Create(CultureInfo.InvariantCulture, $"{stage.Stage}: mean {evaluated.Results.Returns.Average():F1}")
        );
        return new(state.Stages.SetItem(evaluated.Stage, stage));
    }

    private CoordinatorState Finish(
        in Ctx ctx,
        CoordinatorState state,
        string name,
        PolicySource policy,
        StageCost cost,
        scoped ref Outbox outbox
    )
    {
        var stage = RunStages.IndexOf(state.Stages, name);
        var reply = outbox.NewReply<EpisodeResults>(in ctx);
        outbox.Ask(
            ctx.Child<EvaluatorMessage>(RunChildren.EvaluatorName),
            new EvaluatorMessage.Evaluate(policy, EvaluationPurpose.Evaluation, Plan.Evaluation.EpisodeCount, reply)
            {
                PerturbedEpisodeCount = Plan.Evaluation.PerturbedEpisodeCount,
                LatchingEpisodeCount = Plan.Evaluation.LatchingEpisodeCount,
                Expert =
                    Plan.Evaluation.LatchingEpisodeCount > 0 ? RunStages.TeacherOf(state.Stages, name, policy) : null,
            },
            reply,
            AskTags.Evaluation + stage
        );
        outbox.Log(NoteKind.Information, "stage.trained", name);
        return new(state.Stages.SetItem(stage, state.Stages[stage] with { Policy = policy, Cost = cost }));
    }

    private static CoordinatorState Reconfigure(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.Reconfigure message,
        scoped ref Outbox outbox
    )
    {
        outbox.Log(NoteKind.Information, "reconfigured", message.Keys);
        return state;
    }
}
