using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Ppo;

namespace ActorIL.Training.Learning;

/// <summary>What the learner reports of each update.</summary>
internal static class LearnerNotes
{
    public static void Report(
        scoped ref Outbox outbox,
        LearnerState state,
        in PpoMetrics metrics,
        ImmutableArray<double> returns
    )
    {
        outbox.Metric("ppo.update", state.Learning.UpdateCount);
        outbox.Metric("ppo.environment_steps", state.EnvironmentStepCount);
        outbox.Metric("ppo.policy_loss", metrics.PolicyLoss);
        outbox.Metric("ppo.value_loss", metrics.ValueLoss);
        outbox.Metric("ppo.entropy", metrics.Entropy);
        outbox.Metric("ppo.approx_kl", metrics.ApproximateKl);
        outbox.Metric("ppo.clip_fraction", metrics.ClipFraction);
        outbox.Metric("ppo.explained_variance", metrics.ExplainedVariance);
        outbox.Metric("ppo.gradient_norm", metrics.GradientNorm);
        if (!returns.IsEmpty)
        {
            outbox.Metric("ppo.episode_return", returns.Average());
        }
    }
}
