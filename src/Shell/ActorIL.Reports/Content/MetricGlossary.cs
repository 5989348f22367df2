using System.Collections.Immutable;

namespace ActorIL.Reports.Content;

/// <summary>Every metric of every stage, each explained once.</summary>
public static class MetricGlossary
{
    public static ImmutableArray<MetricMeaning> All { get; } =
    [
        new(
            "episode_return",
            "Return of training episodes",
            "return",
            "Mean undiscounted return of the episodes that ended during a rollout, with sampled actions. Higher is "
                + "better."
        ),
        new(
            "validation_return",
            "Return of validation episodes",
            "return",
            "Mean undiscounted return of a candidate on the validation episodes, acting by its mode. The best "
                + "candidate on it is chosen, so it flatters the chosen one; the evaluation, on other start states, "
                + "does not."
        ),
        new(
            "validation_failure",
            "Failed validation episodes",
            "share",
            "Share of a candidate's validation episodes that the environment judges failures, such as crashes."
        ),
        new(
            "policy_loss",
            "Policy loss",
            "loss",
            "PPO's clipped surrogate objective, negated, averaged over an update. Its level means little; "
                + "it should stay small and below 0 on average."
        ),
        new(
            "value_loss",
            "Value loss",
            "squared return",
            "Mean squared error of the critic against the returns it is trained on. Falls while the critic catches up; "
                + "rises when episodes get longer."
        ),
        new(
            "entropy",
            "Entropy of the policy",
            "nats",
            "Mean entropy of the action distribution. Falls as the policy becomes certain; 0 early on means it "
                + "stopped exploring."
        ),
        new(
            "approx_kl",
            "Approximate KL divergence",
            "nats",
            "How far an update moved the policy: the mean of r - 1 - log r over the probability ratios r. Steady "
                + "values above about 0.02 mean too large steps."
        ),
        new(
            "clip_fraction",
            "Clipped share",
            "share",
            "Share of the samples whose probability ratio left the clip range, where PPO's gradient stops. "
                + "0.05 to 0.3 is usual."
        ),
        new(
            "explained_variance",
            "Explained variance",
            "share",
            "1 - Var(returns - values) / Var(returns): 1 for a perfect critic, 0 for one that knows the mean only, "
                + "below 0 for one that is worse than that."
        ),
        new(
            "gradient_norm",
            "Gradient norm",
            "norm",
            "Mean Euclidean norm of the gradient before it is clipped. Sudden peaks precede trouble."
        ),
        new(
            "disagreement",
            "Disagreement with the expert",
            "disagreement",
            "How much the actions taken differ from the expert's labels on the states visited: the share of other "
                + "actions, or the mean squared difference of continuous ones. The first round is driven by the expert "
                + "itself."
        ),
        new(
            "loss",
            "Student's loss",
            "loss",
            "Imitation loss of a student over its last training on everything labelled: cross-entropy for discrete "
                + "actions, squared error for continuous ones, and for AggreVaTe what its actions cost more than the "
                + "expert's. Lower is a closer fit to the labels, not a better driver."
        ),
        new(
            "step_loss",
            "Student's loss, step by step",
            "loss",
            "The same loss while a student learns: the mean over a twentieth of the gradient steps of a lesson. A new "
                + "round brings new data, so it may rise where one begins."
        ),
        new(
            "gradient_steps",
            "Gradient steps",
            "steps",
            "Gradient steps a student has taken up to the next loss, all rounds together."
        ),
        new(
            "reward",
            "Reward that stands in for the environment's",
            "reward",
            "Mean of what the discriminator paid for the steps of a rollout. Its level means little: it "
                + "depends on the form of the reward."
        ),
        new(
            "discriminator_loss",
            "Discriminator's loss",
            "nats",
            "Mean binary cross-entropy of the discriminator while it learnt from a rollout. 0.693 where "
                + "it cannot tell expert and generator apart; near 0 its rewards no longer say which way is "
                + "better."
        ),
        new(
            "expert_accuracy",
            "Expert recognised",
            "share",
            "Share of the demonstrated steps that the discriminator takes for the expert's, after it "
                + "learnt from a rollout."
        ),
        new(
            "generator_accuracy",
            "Generator recognised",
            "share",
            "Share of the rollout's steps that the discriminator takes for the generator's, after it "
                + "learnt from it. It falls as the generator gets closer to the expert."
        ),
        new("labels", "Labels", "labels", "Expert labels a stage has learnt from so far: the price of imitation."),
        new(
            "validation_labels",
            "Labels of the validated candidate",
            "labels",
            "Labels that the candidate of the next validation return had learnt from: validation runs beside the "
                + "training."
        ),
        new(
            "environment_steps",
            "Environment steps",
            "steps",
            "Steps of training data a stage has taken so far, over all its environments."
        ),
        new("update", "Updates", "updates", "Policy updates so far; each takes one rollout."),
    ];

    /// <summary>The meaning of a metric; null for one that is not known.</summary>
    public static MetricMeaning? Find(string name) => All.FirstOrDefault(meaning => meaning.Name == name);
}
