using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Reports.Content;
using ActorIL.Reports.Figures;
using ActorIL.Reports.Rollouts;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Pages;

/// <summary>
/// The report of a run: one page that needs nothing else, and its figures. A pure function of what was found.
/// </summary>
/// <param name="Html">The page.</param>
/// <param name="Figures">Every figure in it.</param>
public sealed record ReportPage(string Html, ImmutableArray<Figure> Figures)
{
    /// <summary>The element whose text changes from one carrying-out of a run to the next; nothing else does.</summary>
    public const string MachineId = "machine";

    /// <param name="facts">What was found.</param>
    /// <param name="rollouts">Episodes to play.</param>
    public static ReportPage Of(RunFacts facts, RolloutFacts rollouts)
    {
        var results = facts.Stages.IsEmpty
            ? ImmutableArray<Figure>.Empty
            :
            [
                ResultFigures.Bars(facts.Stages),
                .. ResultFigures.Efficiency(facts.Stages),
                .. ResultFigures.Failures(facts.Stages),
            ];
        var growth = GrowthFigures.Run(facts.Stages);
        var tracks = rollouts.Sketch is ITrackSketch sketch
            ? rollouts.Tracks.Select(track => TrackFigure.Draw(track, sketch)).ToImmutableArray()
            : [];
        var episodes = RolloutSection.Figures(rollouts.Rollouts, rollouts.Sketch);
        var expert = LearningFigures.Expert(facts.Metrics);
        var students = LearningFigures
            .Students(facts.Metrics)
            .AddRange(LearningFigures.Steps(facts.Metrics))
            .AddRange(LearningFigures.Generators(facts.Metrics));
        var text = PageParts.Begin(TitleOf(facts));
        AppendHead(text, facts);
        AppendResults(text, facts, results);
        PageParts.AppendPresent(text, "growth", "Error growth", growth);
        AppendRollouts(text, rollouts, episodes);
        PageParts.AppendPresent(text, "tracks", "Seen from above", tracks);
        PageParts.AppendFigures(
            text,
            "expert-training",
            "Training of the expert",
            expert,
            "The expert was not trained here."
        );
        PageParts.AppendFigures(
            text,
            "student-training",
            "Training of students",
            students,
            "No student learnt in rounds, or against a discriminator."
        );
        AppendGlossary(text, facts);
        AppendOrigin(text, facts);
        text.Append("<script>\n").Append(PlayerScript.Text).Append("\n</script>\n</body>\n</html>\n");
        return new(text.ToString(), [.. results, .. growth, .. episodes, .. tracks, .. expert, .. students]);
    }

    private static string TitleOf(RunFacts facts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{facts.EnvironmentId}, seed {facts.Seed}, {facts.Summary?.Digest ?? "no digest"}"
        );

    private static void AppendHead(StringBuilder text, RunFacts facts)
    {
        text.Append("<header>\n<h1>").Append(Markup.Escape(facts.EnvironmentId)).Append(", seed ");
        text.Append(facts.Seed.ToString(CultureInfo.InvariantCulture)).Append("</h1>\n<p>Digest <code>");
        text.Append(Markup.Escape(facts.Summary?.Digest ?? "none")).Append("</code>. ").Append(StateOf(facts));
        text.Append("</p>\n<nav aria-label=\"Sections\">");
        foreach (
            var (id, name) in (ImmutableArray<(string, string)>)
                [
                    ("results", "Results"),
                    ("rollout", "Episode"),
                    ("expert-training", "Expert"),
                    ("student-training", "Students"),
                    ("glossary", "Terms"),
                    ("origin", "Configuration"),
                ]
        )
        {
            text.Append("<a href=\"#").Append(id).Append("\">").Append(name).Append("</a> ");
        }

        text.Append("</nav>\n</header>\n");
    }

    private static string StateOf(RunFacts facts) =>
        facts.Summary is not { } summary
            ? "The run has no summary: it was killed, or still runs. What it left is shown."
        : summary.IsCompleted
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The run came to its end; {summary.EnvironmentStepCount:N0} environment steps of training data."
            )
        : "The run was stopped before its end; what it reached is shown.";

    private static void AppendResults(StringBuilder text, RunFacts facts, ImmutableArray<Figure> figures)
    {
        PageParts.AppendFigures(text, "results", "Results", figures, "No stage was evaluated.");
        text.Append(ResultTables.Render(facts.Stages));
    }

    private static void AppendRollouts(StringBuilder text, RolloutFacts rollouts, ImmutableArray<Figure> figures)
    {
        PageParts.AppendFigures(text, "rollout", "One episode, expert and student", figures, rollouts.Text);
        if (!figures.IsEmpty)
        {
            text.Append("<p class=\"soft\">").Append(Markup.Escape(rollouts.Text)).Append("</p>\n");
            text.Append(RolloutSection.Player(rollouts.Rollouts, rollouts.Sketch));
        }
    }

    private static void AppendGlossary(StringBuilder text, RunFacts facts)
    {
        text.Append("<h2 id=\"glossary\">Terms</h2>\n<dl>\n");
        foreach (var meaning in Terms.All)
        {
            PageParts.AppendTerm(text, meaning.Title, meaning.Explanation);
        }

        var names = facts.Metrics.Select(row => row.Name).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var meaning in MetricGlossary.All.Where(meaning => names.Contains(meaning.Name)))
        {
            PageParts.AppendTerm(text, $"{meaning.Title} ({meaning.Name}, {meaning.Unit})", meaning.Explanation);
        }

        text.Append("</dl>\n");
    }

    private static void AppendOrigin(StringBuilder text, RunFacts facts)
    {
        text.Append("<h2 id=\"origin\">Configuration and digests</h2>\n");
        if (facts.Summary is { } summary)
        {
            text.Append(
                HtmlTable.Render(
                    ["digest", "of what", "value"],
                    [
                        ["digest", "every delivery in order, and the weights", summary.Digest],
                        ["result digest", "weights, evaluations, label counts", summary.ResultDigest],
                        ["weights digest", "weights", summary.WeightsDigest],
                    ]
                )
            );
            text.Append("<p id=\"")
                .Append(MachineId)
                .Append("\">")
                .Append(Markup.Escape(summary.Machine))
                .Append("</p>\n");
        }

        text.Append("<details>\n<summary>Every key of the configuration</summary>\n<pre>");
        text.Append(Markup.Escape(facts.Configuration)).Append("</pre>\n</details>\n");
    }
}
