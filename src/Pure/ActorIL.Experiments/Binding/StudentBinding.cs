using System.Collections.Immutable;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments.Resolved;
using ActorIL.Plugins;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The section student and those of students.</summary>
internal static class StudentBinding
{
    private const string BehaviorCloning = "bc";
    private const int ValidationEpisodesMin = 100;
    private const int EnsembleSizeMax = 100;

    /// <summary>All students, in the order of the text.</summary>
    /// <param name="reader">Over trees in which every student has every key.</param>
    /// <param name="names">The students.</param>
    /// <param name="environment">Whose observations a view chooses from; null where it is not known.</param>
    /// <param name="strategies">The query strategies there are.</param>
    public static ImmutableArray<StudentPlan> Read(
        KeyReader reader,
        ImmutableArray<string> names,
        EnvironmentEntry? environment,
        ImmutableArray<QueryStrategyEntry> strategies
    )
    {
        // The template is read like a student, so that its mistakes are found and its keys are listed.
        _ = ReadStudent(reader, StudentTemplate.Template, StudentTemplate.Template, environment, strategies);
        return
        [
            .. names.Select(name =>
            {
                var section = $"{StudentTemplate.Sections}.{name}";
                CheckName(reader, section, name);
                return ReadStudent(reader, section, name, environment, strategies);
            }),
        ];
    }

    private static StudentPlan ReadStudent(
        KeyReader reader,
        string section,
        string name,
        EnvironmentEntry? environment,
        ImmutableArray<QueryStrategyEntry> strategies
    )
    {
        var changing = reader.Of(KeyKind.Changeable);
        var algorithm = reader.Choice<string>(
            $"{section}.algorithm",
            [
                new(BehaviorCloning, BehaviorCloning),
                .. strategies.Select(static entry => new Choice<string>(entry.Name, entry.Name)),
                new(AggrevateBinding.Word, AggrevateBinding.Word),
                new(GailBinding.Word, GailBinding.Word),
            ]
        );
        var learning = new DaggerConfig
        {
            Rounds = ReadRounds(reader, section, algorithm, environment, strategies),
            LabelCountMax = reader.Integer($"{section}.labels-max", 0, Bounds.LabelCountMax),
            Replay = new(
                reader.Integer($"{section}.replay.capacity", 0, Bounds.LabelCountMax),
                reader.Integer($"{section}.replay.emptied-every-episodes", 0, Bounds.EpisodeCountMax)
            ),
            WarmStart = changing.Switch($"{section}.warm-start"),
            ValidationEpisodes = changing.Integer(
                $"{section}.validation-episodes",
                ValidationEpisodesMin,
                Bounds.EpisodeCountMax
            ),
            ValidationIntervalRounds = reader.Integer($"{section}.validation-interval-rounds", 1, Bounds.RoundCountMax),
            Student = ReadLearning(reader, changing, section, environment) with
            {
                Costs = AggrevateBinding.Read(reader, section, algorithm, environment),
            },
        };
        if (algorithm == AggrevateBinding.Word && learning.Student.Model.Remembers)
        {
            reader.Reject(
                $"{section}.algorithm",
                "\"aggrevate\" for a student that remembers",
                "a student that sees one observation at a time",
                "Set network.recurrent to none and leave frames and previous-action as they are."
            );
        }

        return new(name, algorithm, learning);
    }

    private static RoundPlan.ByEpisodes ReadRounds(
        KeyReader reader,
        string section,
        string algorithm,
        EnvironmentEntry? environment,
        ImmutableArray<QueryStrategyEntry> strategies
    )
    {
        var roundCount = reader.Integer($"{section}.rounds", 1, Bounds.RoundCountMax);
        var firstEpisodes = reader.Integer($"{section}.first-episodes", 1, Bounds.EpisodeCountMax);
        var episodesPerRound = reader.Integer($"{section}.episodes-per-round", 1, Bounds.EpisodeCountMax);
        IQueryStrategy mixture = ImitationBinding.ReadMixture(reader, section);
        ReadThresholds(reader, section);
        var entry = strategies.FirstOrDefault(known => known.Name == algorithm);
        if (entry?.Section != QueryStrategyEntry.CommonSection)
        {
            StrategyBinding.Forbid(reader, section, algorithm);
        }

        // Where an error stands in the way of the strategy, nobody asks for it any more.
        var strategy = entry is null ? mixture : StrategyBinding.Read(reader, section, entry, environment) ?? mixture;
        return new(algorithm == BehaviorCloning ? 1 : roundCount, firstEpisodes, episodesPerRound, strategy);
    }

    /// <summary>Keys of strategies that the reference knows, whichever the student has.</summary>
    private static void ReadThresholds(KeyReader reader, string section)
    {
        _ = reader.Integer($"{section}.ensemble.size", 2, EnsembleSizeMax);
        _ = reader.Number($"{section}.ensemble.threshold", NumberRange.NonNegative);
        _ = reader.Integer($"{section}.ensemble.labels-per-episode", 1, Bounds.LabelCountMax);
        var engage = reader.Number($"{section}.takeover.engage", NumberRange.NonNegative);
        var release = reader.Number($"{section}.takeover.release", NumberRange.NonNegative);
        if (release >= engage)
        {
            reader.Reject(
                $"{section}.takeover.release",
                "no less than the danger at which the expert takes over",
                "less than takeover.engage",
                "Lower it."
            );
        }
    }

    private static BehaviorCloningConfig ReadLearning(
        KeyReader reader,
        KeyReader changing,
        string section,
        EnvironmentEntry? environment
    ) =>
        new()
        {
            LearningRate = changing.Number($"{section}.learning-rate", NumberRange.Positive),
            BatchSize = changing.Integer($"{section}.batch-size", 1, Bounds.BatchSizeMax),
            UpdateCount = changing.Integer($"{section}.updates-per-round", 1, Bounds.UpdateCountMax),
            GradientNormMax = changing.Number($"{section}.gradient-norm-max", NumberRange.Positive),
            AdamEpsilon = changing.Number($"{section}.adam-epsilon", NumberRange.Positive),
            Model = ReadModel(reader, section, environment),
            WindowSteps = changing.Integer($"{section}.network.window-steps", 1, Bounds.RolloutStepsMax),
            BurnInSteps = changing.Integer($"{section}.network.burn-in-steps", 0, Bounds.RolloutStepsMax),
        };

    private static PolicyModel ReadModel(KeyReader reader, string section, EnvironmentEntry? environment)
    {
        var components = $"{section}.view.components";
        var view = ViewBinding.Read(reader, $"{section}.view");
        if (environment is not null)
        {
            _ = view.For(environment.Module.Observations.Size)
                .Match(
                    _ => true,
                    error =>
                    {
                        reader.Reject(components, error.Found, error.Wanted, error.Remedy);
                        return false;
                    }
                );
        }

        var recurrent = reader.Choice<RecurrentKind>(
            $"{section}.network.recurrent",
            new("none", RecurrentKind.None),
            new("lstm", RecurrentKind.Lstm),
            new("gru", RecurrentKind.Gru)
        );
        var recurrentSize = reader.Integer($"{section}.network.recurrent-size", 1, Bounds.LayerWidthMax);
        return new(
            view,
            new(NetworkBinding.HiddenSizes(reader, section)),
            NetworkBinding.Activation(reader, section),
            recurrent,
            recurrent == RecurrentKind.None ? 0 : recurrentSize
        );
    }

    private static void CheckName(KeyReader reader, string section, string name)
    {
        var isPlain = name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        if (!isPlain || RunStages.IsReserved(name) || AdversaryPlan.IsControl(name))
        {
            reader.Reject(
                section,
                $"a student called \"{name}\"",
                "a name of letters, digits and hyphens that the run itself does not use",
                "Call it otherwise, such as lstm-student."
            );
        }
    }
}
