using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Ppo;

namespace ActorIL.Training.Learning;

/// <summary>What the learner reports of each update.</summary>
internal static class LearnerNotes
{
    /// <summary>What the names of the expert's metrics begin with.</summary>
    public const string Expert = "ppo.";

    /// <summary>What those of generators and discriminators begin with; their rows name the actor.</summary>
    public const string Gail = "gail.";

    public static void Report(
        scoped ref Outbox outbox,
        string prefix,
        LearnerState state,
        in PpoMetrics metrics,
        ImmutableArray<double> returns
    )
    {
        outbox.Metric(prefix + "update", state.Learning.UpdateCount);
        outbox.Metric(prefix + "environment_steps", state.EnvironmentStepCount);
        outbox.Metric(prefix + "policy_loss", metrics.PolicyLoss);
        outbox.Metric(prefix + "value_loss", metrics.ValueLoss);
        outbox.Metric(prefix + "entropy", metrics.Entropy);
        outbox.Metric(prefix + "approx_kl", metrics.ApproximateKl);
        outbox.Metric(prefix + "clip_fraction", metrics.ClipFraction);
        outbox.Metric(prefix + "explained_variance", metrics.ExplainedVariance);
        outbox.Metric(prefix + "gradient_norm", metrics.GradientNorm);
        if (!returns.IsEmpty)
        {
            outbox.Metric(prefix + "episode_return", returns.Average());
        }
    }
}
