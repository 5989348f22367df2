namespace ActorIL.Reports.Content;

/// <summary>Names of stages where several variants of an experiment stand side by side.</summary>
public static class VariantNames
{
    private const string Separator = ": ";

    /// <summary>What a run found, its stages and metrics called by its variant.</summary>
    /// <param name="facts">Of a run.</param>
    /// <param name="variant">Its variant; empty for none, which changes nothing.</param>
    public static RunFacts Of(RunFacts facts, string variant) =>
        variant.Length == 0
            ? facts
            : facts with
            {
                Variant = variant,
                Metrics = [.. facts.Metrics.Select(row => row with { Stage = variant + Separator + row.Stage })],
                Summary = facts.Summary is { } summary
                    ? summary with
                    {
                        Stages =
                        [
                            .. summary.Stages.Select(stage =>
                                stage with
                                {
                                    Name = variant + Separator + stage.Name,
                                    Variant = variant,
                                }
                            ),
                        ],
                    }
                    : null,
            };

    /// <summary>The stage's own name.</summary>
    /// <param name="variant">Its variant; empty for none.</param>
    /// <param name="name">With the variant before it.</param>
    internal static string Stage(string variant, string name) =>
        variant.Length == 0 ? name : name[(variant.Length + Separator.Length)..];

    /// <summary>Whether rows of metrics are of the expert's training, in whatever variant.</summary>
    /// <param name="stage">As the rows call it.</param>
    internal static bool IsExpertTraining(string stage) =>
        stage is "ppo" or "expert"
        || stage.EndsWith(Separator + "ppo", StringComparison.Ordinal)
        || stage.EndsWith(Separator + "expert", StringComparison.Ordinal);
}
