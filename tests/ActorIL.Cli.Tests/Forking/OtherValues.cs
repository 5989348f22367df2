using System.Collections.Immutable;

namespace ActorIL.Cli.Tests.Forking;

/// <summary>For each semantic key a value that the run to be forked does not have.</summary>
internal static class OtherValues
{
    public static ImmutableSortedDictionary<string, string> Fixed { get; } =
        Sorted(
            ("seed", "2"),
            ("environment.name", "Pendulum-v1"),
            ("expert.kind", "scripted"),
            ("ppo.steps", "1024"),
            ("ppo.environments", "4"),
            ("ppo.blocks", "1"),
            ("ppo.rollout-steps", "64"),
            ("ppo.normalize-observations", "on"),
            ("ppo.log-std-initial", "0.5"),
            ("ppo.network.hidden", "[8]"),
            ("ppo.network.activation", "relu"),
            ("demonstration.counts", "[2]"),
            ("demonstration.steps-max", "10"),
            ("demonstration.full-episodes", "off"),
            ("bc.network.hidden", "[8]"),
            ("bc.network.activation", "relu"),
            ("dagger.label-counts", "[20]"),
            ("dagger.labels-per-round", "10"),
            ("dagger.late-labels-per-round", "25"),
            ("dagger.late-from", "20"),
            ("dagger.network.hidden", "[8]"),
            ("dagger.network.activation", "relu"),
            ("evaluation.seed", "3"),
            ("evaluation.episodes", "3"),
            ("evaluation.shards", "2"),
            ("supervision.retries-max", "1"),
            ("kernel.hops-per-tick-max", "1000")
        );

    public static ImmutableSortedDictionary<string, string> Changeable { get; } =
        Sorted(
            ("ppo.epochs", "1"),
            ("ppo.minibatch-size", "16"),
            ("ppo.discount", "0.9"),
            ("ppo.gae-lambda", "0.9"),
            ("ppo.learning-rate", "1e-2"),
            ("ppo.learning-rate-schedule", "linear"),
            ("ppo.clip", "0.1"),
            ("ppo.clip-schedule", "linear"),
            ("ppo.value-clip", "off"),
            ("ppo.value-loss", "squared-error"),
            ("ppo.value-coefficient", "1.0"),
            ("ppo.entropy-coefficient", "0.1"),
            ("ppo.gradient-norm-max", "0.1"),
            ("ppo.adam-epsilon", "1e-3"),
            ("ppo.normalize-advantages", "off"),
            ("ppo.kl-stop", "epoch"),
            ("ppo.kl-target", "0.1"),
            ("ppo.observation-clip", "5"),
            ("ppo.reward-scale", "0.1"),
            ("ppo.validation.episodes", "3"),
            ("ppo.validation.interval-updates", "1"),
            ("bc.learning-rate", "1e-2"),
            ("bc.batch-size", "8"),
            ("bc.updates", "5"),
            ("bc.gradient-norm-max", "0.1"),
            ("bc.adam-epsilon", "1e-3"),
            ("dagger.beta-schedule", "linear"),
            ("dagger.beta-decay", "0.9"),
            ("dagger.beta-rounds", "2"),
            ("dagger.warm-start", "off"),
            ("dagger.validation-episodes", "101"),
            ("dagger.updates-per-round", "5"),
            ("dagger.learning-rate", "1e-2"),
            ("dagger.batch-size", "8"),
            ("dagger.gradient-norm-max", "0.1"),
            ("dagger.adam-epsilon", "1e-3")
        );

    private static ImmutableSortedDictionary<string, string> Sorted(
        params IEnumerable<(string Key, string Value)> values
    ) => values.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
