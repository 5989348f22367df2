using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Collection;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Learning;

/// <summary>A learner for whatever algorithm a plan has. It understands <see cref="LearnerMessage"/>.</summary>
/// <param name="environment">Which environment.</param>
/// <param name="plan">Settings of training and validation.</param>
/// <param name="retriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
/// <param name="evaluator">Who validates.</param>
/// <param name="rewards">Who stands in for the environment's rewards; null for the environment itself.</param>
/// <param name="stages">What rollouts go through before they are learnt from.</param>
internal sealed class LearnerMaking(
    EnvironmentEntry environment,
    ExpertPlan.Trained plan,
    int retriesMax,
    ActorRef<EvaluatorMessage> evaluator,
    RewardSource? rewards,
    EquatableArray<PipelineStage<Collected>> stages
) : IRolloutFunction<Behavior>
{
    public Behavior Make() => plan.Algorithm.Open(environment.Module.Observations, environment.Module.Actions, this);

    public Behavior Apply<TState>(IRolloutAlgorithm<TState> algorithm)
        where TState : class, IFields<TState> =>
        new LearnerBehavior<TState>(environment, plan, algorithm, retriesMax, evaluator)
        {
            Rewards = rewards,
            RolloutStages = stages,
        };
}
