using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Experiments.Resolved;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The sections demonstration, bc and dagger.</summary>
internal static class ImitationBinding
{
    private const int ValidationEpisodesMin = 100;

    public static DemonstrationPlan ReadDemonstration(KeyReader reader) =>
        new(
            new(
                reader.Integers(
                    "demonstration.counts",
                    Bounds.ListLengthMax,
                    1,
                    Bounds.EpisodeCountMax,
                    ascending: true
                )
            ),
            reader.Integer("demonstration.steps-max", 1, Bounds.EpisodeStepsMax),
            reader.Switch("demonstration.full-episodes"),
            ReadStudent(reader, "bc", "updates", "epochs")
        )
        {
            CutEpisodes = reader.Switch("demonstration.cut-episodes"),
            RecordedEpisodes = reader.Integer("demonstration.recorded-episodes", 0, Bounds.EpisodeCountMax),
            Samples = reader.Switch("demonstration.stochastic"),
        };

    /// <summary>Null without label counts.</summary>
    public static DaggerConfig? ReadDagger(KeyReader reader)
    {
        var changing = reader.Of(KeyKind.Changeable);
        var rounds = new RoundPlan.ByLabels(
            new(reader.Integers("dagger.label-counts", Bounds.ListLengthMax, 1, Bounds.LabelCountMax, ascending: true)),
            reader.Integer("dagger.labels-per-round", 1, Bounds.LabelCountMax),
            reader.Integer("dagger.late-labels-per-round", 1, Bounds.LabelCountMax),
            reader.Integer("dagger.late-from", 0, Bounds.LabelCountMax),
            ReadMixture(reader, "dagger")
        );
        var config = new DaggerConfig
        {
            Rounds = rounds,
            WarmStart = changing.Switch("dagger.warm-start"),
            ValidationEpisodes = changing.Integer(
                "dagger.validation-episodes",
                ValidationEpisodesMin,
                Bounds.EpisodeCountMax
            ),
            Student = ReadStudent(reader, "dagger", "updates-per-round", "epochs-per-round"),
        };
        return rounds.LabelCounts.Count == 0 ? null : config;
    }

    /// <summary>When the expert drives.</summary>
    public static MixtureStrategy ReadMixture(KeyReader reader, string section)
    {
        var changing = reader.Of(KeyKind.Changeable);
        return new(
            changing.Choice<BetaSchedule>(
                $"{section}.beta-schedule",
                new("indicator", BetaSchedule.Indicator),
                new("exponential", BetaSchedule.Exponential),
                new("linear", BetaSchedule.Linear)
            ),
            changing.Number($"{section}.beta-decay", NumberRange.Unit),
            changing.Integer($"{section}.beta-rounds", 1, Bounds.RoundCountMax)
        );
    }

    private static BehaviorCloningConfig ReadStudent(KeyReader reader, string section, string updates, string epochs)
    {
        var changing = reader.Of(KeyKind.Changeable);
        return new()
        {
            LearningRate = changing.Number($"{section}.learning-rate", NumberRange.Positive),
            BatchSize = changing.Integer($"{section}.batch-size", 1, Bounds.BatchSizeMax),
            UpdateCount = changing.Integer($"{section}.{updates}", 1, Bounds.UpdateCountMax),
            EpochCount = changing.Integer($"{section}.{epochs}", 0, Bounds.EpochCountMax),
            GradientNormMax = changing.Number($"{section}.gradient-norm-max", NumberRange.Positive),
            AdamEpsilon = changing.Number($"{section}.adam-epsilon", NumberRange.Positive),
            Model = PolicyModel.Mlp(
                new(NetworkBinding.HiddenSizes(reader, section)),
                NetworkBinding.Activation(reader, section)
            ),
        };
    }
}
