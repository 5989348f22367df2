using System.Collections.Immutable;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Tests.Output;

/// <summary>Stage reports with made-up numbers.</summary>
internal static class Stages
{
    public static ImmutableArray<StageReport> All =>
        [
            Stage("expert-final", "ppo", 0, 0, "final", 497.25),
            Stage("expert", "ppo", 0, 0, "validation", 500),
            Stage("bc-first-20-of-1", "bc", 20, 1, "final", 58.4),
            Stage("bc-first-20-of-50", "bc", 1000, 50, "final", 321.09),
            Stage("bc-full-1", "bc", 500, 1, "final", 499.94),
            Stage("bc-full-50", "bc", 25_000, 50, "final", 500),
            Stage("dagger-20", "dagger", 20, 0, "validation", 60.06),
            Stage("dagger-last-round", "dagger", 1000, 0, "final", 488.8),
            Stage("dagger-1000", "dagger", 1000, 0, "validation", 499.5),
        ];

    public static StageReport Stage(
        string name,
        string algorithm,
        long labels,
        int demonstrations,
        string selected,
        double mean
    ) =>
        new()
        {
            Stage = name,
            Algorithm = algorithm,
            LabelCount = labels,
            ExpertQueryCount = labels,
            EnvironmentStepCount = labels,
            ValidationStepCount = 0,
            DemonstrationEpisodeCount = demonstrations,
            Selected = selected,
            Evaluation = new EvaluationSummary(1000, mean, 12.5, mean - 40, mean - 0.75, mean + 0.5),
        };

    /// <summary>A stage of which two hundred episodes were perturbed either way.</summary>
    public static StageReport Perturbed(string name, string algorithm, int wideStarts, int pushes)
    {
        var stage = Stage(name, algorithm, 20, 1, "final", -20);
        var rates = new RecoveryRates(200, RateSummary.Of(wideStarts, 200), RateSummary.Of(pushes, 200));
        return stage with { Evaluation = stage.Evaluation with { Recovery = rates } };
    }

    /// <summary>A stage that was watched for copying in two hundred episodes.</summary>
    public static StageReport Watched(string name, double repeats, double expertRepeats, int latched)
    {
        var stage = Stage(name, "bc", 20, 1, "final", -20);
        var latching = new LatchingSummary(200, repeats, expertRepeats, 12.25, RateSummary.Of(latched, 200));
        return stage with { Evaluation = stage.Evaluation with { Latching = latching } };
    }

    /// <summary>A stage whose thousand episodes were judged.</summary>
    public static StageReport Judged(string name, string algorithm, int failures)
    {
        var stage = Stage(name, algorithm, 20, 1, "final", -20);
        var rates = new OutcomeRates(RateSummary.Of(1000 - failures, 1000), RateSummary.Of(failures, 1000));
        return stage with { Evaluation = stage.Evaluation with { Outcomes = rates } };
    }
}
