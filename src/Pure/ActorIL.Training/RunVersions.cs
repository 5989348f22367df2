using System.Collections.Immutable;
using ActorIL.Training.Adversarial;
using ActorIL.Training.Appraisals;
using ActorIL.Training.Blocks;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Dagger;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Replay;
using ActorIL.Training.Students;
using ActorIL.Training.Visits;

namespace ActorIL.Training;

/// <summary>Every behaviour and message of a run with its version, for the manifest of its trace.</summary>
public static class RunVersions
{
    /// <summary>In alphabetical order.</summary>
    public static ImmutableArray<string> Behaviors { get; } =
    [
        "appraiser/1",
        "collector/1",
        "coordinator/1",
        "dagger-trainer/1",
        "discriminator/1",
        "environment-block/1",
        "evaluation-shard/1",
        "evaluator/1",
        "expert/1",
        "ppo-learner/1",
        "replay-buffer/1",
        "student/1",
        "visitor/1",
    ];

    /// <summary>In alphabetical order.</summary>
    public static ImmutableArray<string> Messages { get; } =
    [
        .. new[]
        {
            AppraiserMessage.Name,
            BlockMessage.Name,
            CollectorMessage.Name,
            CoordinatorMessage.Name,
            DaggerMessage.Name,
            DiscriminatorMessage.Name,
            EvaluatorMessage.Name,
            ExpertMessage.Name,
            LearnerMessage.Name,
            ReplayMessage.Name,
            ShardMessage.Name,
            StudentMessage.Name,
            VisitorMessage.Name,
        }
            .Select(name => name.ToString())
            .Order(StringComparer.Ordinal),
    ];
}
