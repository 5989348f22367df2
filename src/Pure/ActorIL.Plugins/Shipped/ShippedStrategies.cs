using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Prelude;

namespace ActorIL.Plugins.Shipped;

/// <summary>
/// The query strategies that come with the library. Their parameters have keys of the reference configuration, and the
/// defaults of those.
/// </summary>
internal static class ShippedStrategies
{
    public static EquatableArray<QueryStrategyEntry> All =>
        [
            QueryStrategyEntry.Of(
                "dagger",
                "Every step is labelled; the expert drives with a probability that falls over the rounds.",
                new MixtureParameters("indicator", 0.5, 15),
                static parameters => new MixtureStrategy(
                    ScheduleOf(parameters.Schedule),
                    parameters.Decay,
                    parameters.RoundCount
                )
            ) with
            {
                Section = "",
            },
            QueryStrategyEntry.Of(
                "ensemble-dagger",
                "An ensemble asks where it disagrees with itself.",
                new UncertaintyParameters(5, 0.01, 100),
                static parameters => new UncertaintyStrategy(
                    parameters.Size,
                    parameters.Threshold,
                    parameters.LabelsPerEpisode
                )
            ) with
            {
                Section = "ensemble",
            },
            QueryStrategyEntry.Of(
                "hg-dagger",
                "The expert takes over in danger and labels what it drives.",
                new TakeoverParameters(0.6, 0.2),
                static parameters => new TakeoverStrategy(parameters.Engage, parameters.Release)
            ) with
            {
                Section = "takeover",
                NeedsDanger = true,
            },
        ];

    private static BetaSchedule ScheduleOf(string word) =>
        word switch
        {
            "exponential" => BetaSchedule.Exponential,
            "linear" => BetaSchedule.Linear,
            _ => BetaSchedule.Indicator,
        };
}
