using System.Collections.Immutable;
using ActorIL.Reports.Content;

namespace ActorIL.Reports.Pages;

/// <summary>The words of tables and figures that are no metrics.</summary>
internal static class Terms
{
    public static ImmutableArray<MetricMeaning> All { get; } =
    [
        new("return", "Return", "", "The undiscounted sum of the rewards of an episode."),
        new(
            "interval",
            "95 % interval",
            "",
            "Percentile bootstrap of the mean over start states, 1,000 resamples. It says how well these episodes "
                + "measure this policy, not how training again with another seed would turn out."
        ),
        new(
            "evaluation",
            "Evaluation",
            "",
            "n episodes from start states of their own, the same for all stages; the policy acts by its mode."
        ),
        new(
            "failed",
            "Failed",
            "",
            "Episodes whose final state the environment judges a failure, such as a crash; Wilson's interval of "
                + "the share."
        ),
        new(
            "recovered",
            "Recovered",
            "",
            "Perturbed episodes that came back: from starts wider than those of training, and after a push in the "
                + "middle of an episode. Starts and pushes are the same for every stage; "
                + "`actoril env describe NAME` defines them."
        ),
        new(
            "latched",
            "Latched",
            "",
            "Episodes in which the policy held on to an action for five steps in a row and a tenth of the episode "
                + "while the expert, asked in the same states, contradicted: what becomes of who learned to copy the "
                + "previous action."
        ),
        new(
            "selected",
            "Selected by",
            "",
            "\"validation\": the best candidate on separate validation episodes; \"last\": whatever came last."
        ),
    ];
}
