using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Combinators;
using ActorIL.Training.Collection;
using ActorIL.Training.Dagger;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Plans;
using ActorIL.Training.Students;

namespace ActorIL.Training.Coordination;

/// <summary>The root's children: what each does, wherever it is spawned or restored.</summary>
/// <param name="plan">What is run.</param>
/// <param name="root">Their parent.</param>
internal readonly struct RunChildren(RunPlan plan, ActorId root)
{
    public const string EvaluatorName = "evaluator";
    public const string ExpertName = "expert";
    public const string DaggerName = "dagger";
    public const string LearnerName = "learner";

    private readonly RunPlan _plan = plan;
    private readonly ActorId _root = root;

    /// <summary>The child of that name; null where this plan has none.</summary>
    public Behavior? Of(string name) =>
        name switch
        {
            EvaluatorName => Evaluator(),
            ExpertName => Expert(),
            DaggerName => _plan.Dagger is { } dagger ? Dagger(dagger) : null,
            LearnerName => Trained is { } trained ? Learner(trained) : null,
            _ => Student(name) is { } student ? Dagger(student.Learning)
            : Adversary(name) is { } adversary ? Generator(adversary)
            : IsClone(name) ? Clone()
            : null,
        };

    public EvaluatorBehavior Evaluator() =>
        new(_plan.Environment, _plan.Evaluation.Seed, _plan.Evaluation.ShardCount)
        {
            Horizons = _plan.Evaluation.Horizons,
            RetriesMax = _plan.RetriesMax,
        };

    public ExpertBehavior Expert() => new(_plan.Environment) { RetriesMax = _plan.RetriesMax };

    public DaggerTrainerBehavior Dagger(DaggerConfig config) =>
        new(_plan.Environment, config, _plan.RetriesMax, new(_root.Child(ExpertName)), new(_root.Child(EvaluatorName)))
        {
            LabelStages = _plan.Pipelines.Labels,
        };

    /// <summary>A learner of the expert; it understands <see cref="LearnerMessage"/>.</summary>
    public Behavior Learner(ExpertPlan.Trained trained) =>
        Learner(_plan.Environment, trained, rewards: null, _plan.Pipelines.Rollouts);

    /// <summary>A generator; it understands <see cref="LearnerMessage"/>.</summary>
    public Behavior Generator(AdversaryPlan plan)
    {
        var isAbsorbing = plan.Horizon > 0;
        var environment = isAbsorbing ? AbsorbingHorizons.Of(_plan.Environment, plan.Horizon) : _plan.Environment;
        return Learner(
            environment,
            plan.Generator,
            new RewardSource(new(environment, plan.Discriminator, plan.Horizon), isAbsorbing),
            stages: []
        );
    }

    public StudentBehavior Clone() => new(_plan.Environment, _plan.Demonstration.Student, WarmStart: false);

    private Behavior Learner(
        EnvironmentEntry environment,
        ExpertPlan.Trained trained,
        RewardSource? rewards,
        EquatableArray<PipelineStage<Collected>> stages
    ) =>
        new LearnerMaking(
            environment,
            trained,
            _plan.RetriesMax,
            new(_root.Child(EvaluatorName)),
            rewards,
            stages
        ).Make();

    private ExpertPlan.Trained? Trained => _plan.Expert.Training;

    private StudentPlan? Student(string name) => _plan.Students.FirstOrDefault(student => student.Name == name);

    private AdversaryPlan? Adversary(string name) =>
        _plan.Adversaries.FirstOrDefault(adversary => adversary.Name == name);

    private bool IsClone(string name)
    {
        var plan = _plan;
        return (plan.Demonstration.IsGiven && name == RunStages.GivenClone)
            || plan.Demonstration.ClonesOf(full: false).Any(count => RunStages.Clone(plan, count, full: false) == name)
            || plan.Demonstration.ClonesOf(full: true).Any(count => RunStages.Clone(plan, count, full: true) == name);
    }
}
