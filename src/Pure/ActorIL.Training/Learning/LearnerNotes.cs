using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Ppo;
using ActorIL.Algorithms.Rollouts;

namespace ActorIL.Training.Learning;

/// <summary>What the learner reports of each update.</summary>
internal static class LearnerNotes
{
    /// <summary>What the names of the expert's metrics begin with where PPO trains it.</summary>
    public const string Ppo = PpoConfig.Word + ".";

    /// <summary>What they begin with where another algorithm does.</summary>
    public const string Expert = "expert.";

    /// <summary>What those of generators and discriminators begin with; their rows name the actor.</summary>
    public const string Gail = "gail.";

    /// <summary>What the names of the expert's metrics begin with.</summary>
    public static string Of(IRolloutTraining algorithm) => algorithm.AlgorithmName == PpoConfig.Word ? Ppo : Expert;

    public static void Report(
        scoped ref Outbox outbox,
        string prefix,
        int updateCount,
        long environmentStepCount,
        ImmutableArray<LearningMetric> metrics,
        ImmutableArray<double> returns
    )
    {
        outbox.Metric(prefix + "update", updateCount);
        outbox.Metric(prefix + "environment_steps", environmentStepCount);
        foreach (var metric in metrics)
        {
            outbox.Metric(prefix + metric.Name, metric.Value);
        }

        if (!returns.IsEmpty)
        {
            outbox.Metric(prefix + "episode_return", returns.Average());
        }
    }
}
