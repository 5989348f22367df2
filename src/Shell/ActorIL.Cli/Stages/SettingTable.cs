using System.Collections.Immutable;

namespace ActorIL.Cli.Stages;

/// <summary>Which flag is which key: the one place where it is said.</summary>
internal static class SettingTable
{
    public static SettingFlag Environment { get; } =
        new("--env-id", "environment.name", SettingForm.Text, "The environment; `actoril env list` shows them.");

    public static ImmutableArray<SettingFlag> Ppo { get; } =
    [
        Environment,
        new("--total-timesteps", "ppo.steps", SettingForm.Whole, "Environment steps, rounded up to whole rollouts."),
        new("--lr", "ppo.learning-rate", SettingForm.Number, "Step size of Adam."),
        new("--hidden-dims", "ppo.network.hidden", SettingForm.Sizes, "Widths of the hidden layers: 64 64."),
        new("--gamma", "ppo.discount", SettingForm.Number, "Discount of future rewards."),
        new("--clip-range", "ppo.clip", SettingForm.Number, "Range of the clipped surrogate."),
        new("--n-steps", "ppo.rollout-steps", SettingForm.Whole, "Steps of each environment in a rollout."),
        new("--n-epochs", "ppo.epochs", SettingForm.Whole, "Passes over each rollout."),
        new("--batch-size", "ppo.minibatch-size", SettingForm.Whole, "Samples in a gradient step."),
        new("--entropy-coef", "ppo.entropy-coefficient", SettingForm.Number, "Weight of the entropy bonus."),
        new("--init-from", "ppo.init-from", SettingForm.Text, "Checkpoint that the actor starts as."),
        new(
            "--critic-warmup-updates",
            "ppo.critic-warmup-updates",
            SettingForm.Whole,
            "First updates in which only the critic learns."
        ),
        new("--log-std-initial", "ppo.log-std-initial", SettingForm.Number, "Start of the log standard deviation."),
    ];

    public static ImmutableArray<SettingFlag> Collecting { get; } =
    [
        Environment with
        {
            Description = "The environment; default: the checkpoint's own.",
        },
        new("--num-episodes", "demonstration.recorded-episodes", SettingForm.Whole, "Episodes. Default: 50."),
        new(
            "--stochastic",
            "demonstration.stochastic",
            SettingForm.Switch,
            "Sample actions instead of taking the policy's modes."
        ),
    ];

    public static ImmutableArray<SettingFlag> Cloning { get; } =
    [
        Environment with
        {
            Description = "The environment; default: the data set's own.",
        },
        new("--epochs", "bc.epochs", SettingForm.Count, "Passes over the data, instead of bc.updates gradient steps."),
        new("--batch-size", "bc.batch-size", SettingForm.Whole, "Pairs in a gradient step."),
        new("--lr", "bc.learning-rate", SettingForm.Number, "Step size of Adam."),
        new("--hidden-dims", "bc.network.hidden", SettingForm.Sizes, "Widths of the hidden layers: 256 256."),
    ];

    public static ImmutableArray<SettingFlag> Dagger { get; } =
    [
        Environment with
        {
            Description = "The environment; default: the checkpoint's own.",
        },
        new(
            "--label-counts",
            "dagger.label-counts",
            SettingForm.Sizes,
            "Labels at which the best student is reported."
        ),
        new("--labels-per-round", "dagger.labels-per-round", SettingForm.Whole, "Labels in a round."),
        new("--updates-per-round", "dagger.updates-per-round", SettingForm.Whole, "Gradient steps after each round."),
        new(
            "--beta-schedule",
            "dagger.beta-schedule",
            SettingForm.Text,
            "When the expert drives: indicator, exponential or linear."
        ),
        new("--batch-size", "dagger.batch-size", SettingForm.Whole, "Pairs in a gradient step."),
        new("--lr", "dagger.learning-rate", SettingForm.Number, "Step size of Adam."),
        new("--hidden-dims", "dagger.network.hidden", SettingForm.Sizes, "Widths of the hidden layers: 64 64."),
    ];

    public static ImmutableArray<SettingFlag> Pipeline { get; } =
    [
        Environment,
        new("--ppo-timesteps", "ppo.steps", SettingForm.Whole, "Environment steps of the expert's training."),
        new("--num-demo-episodes", "demonstration.counts", SettingForm.Whole, "Demonstrations. Default: 50."),
        new("--bc-epochs", "bc.epochs", SettingForm.Count, "Passes of the clone over the data."),
    ];
}
