using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Training.Adversarial;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Coordination;

/// <summary>How the coordinator has generators trained: demonstrations to the discriminator, then PPO.</summary>
internal static class AdversaryStages
{
    /// <summary>Tag of the first generator's training.</summary>
    public const int GeneratorTag = 500_000;

    /// <summary>Tag of the first discriminator's demonstrations.</summary>
    public const int StudyTag = 600_000;

    /// <summary>Asks for the demonstrations of those that want some; the others start.</summary>
    public static void Begin(RunPlan plan, in Ctx ctx, ActorRef<ExpertMessage> expert, scoped ref Outbox outbox)
    {
        for (var index = 0; index < plan.Adversaries.Count; index++)
        {
            var adversary = plan.Adversaries[index];
            if (adversary.DemonstrationCount == 0)
            {
                Train(plan, in ctx, index, ref outbox);
            }
            else
            {
                var stepsMax = adversary.Horizon > 0 ? adversary.Horizon : ExpertAsks.WholeEpisode;
                var count = adversary.DemonstrationCount;
                ExpertAsks.Demonstrations(
                    in ctx,
                    expert,
                    new(count, stepsMax, Samples: false),
                    StudyTag + index,
                    ref outbox
                );
            }
        }
    }

    /// <summary>
    /// Shows the discriminator its demonstrations and starts the generator, whose first rollout takes a tick at least:
    /// it comes later in any order.
    /// </summary>
    public static CoordinatorState Study(
        RunPlan plan,
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage.Demonstrated demonstrated,
        scoped ref Outbox outbox
    )
    {
        var (index, demonstrations) = (demonstrated.Adversary - 1, demonstrated.Demonstrations);
        var adversary = plan.Adversaries[index];
        var judge = RewardSource.JudgeOf(ctx.Self.Child(adversary.Name));
        outbox.Tell(judge, new DiscriminatorMessage.Study(demonstrations));
        Train(plan, in ctx, index, ref outbox);
        var labelCount = demonstrations.Trajectories.Sum(static trajectory => (long)trajectory.StepCount);
        var stage = RunStages.IndexOf(state.Stages, adversary.Name);
        var cost = new StageCost(labelCount, labelCount, labelCount, 0, adversary.DemonstrationCount);
        return new(state.Stages.SetItem(stage, state.Stages[stage] with { Cost = cost }));
    }

    /// <summary>What a stage took in all, its demonstrations included.</summary>
    public static StageCost Cost(CoordinatorState state, string name, PpoTrained trained)
    {
        var shown = state.Stages[RunStages.IndexOf(state.Stages, name)].Cost;
        return shown with
        {
            EnvironmentStepCount = shown.EnvironmentStepCount + trained.EnvironmentStepCount,
            ValidationStepCount = trained.ValidationStepCount,
        };
    }

    private static void Train(RunPlan plan, in Ctx ctx, int index, scoped ref Outbox outbox)
    {
        var reply = outbox.NewReply<PpoTrained>(in ctx);
        var generator = ctx.Child<LearnerMessage>(plan.Adversaries[index].Name);
        outbox.Ask(generator, new LearnerMessage.Train(reply), reply, GeneratorTag + index);
    }
}
