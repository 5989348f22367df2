using System.Collections.Immutable;
using ActorIL.Reports.Figures;
using ActorIL.Storage.Files;

namespace ActorIL.Reports.Content;

/// <summary>The learning curves of a run.</summary>
public static class LearningFigures
{
    // Metrics of the expert's training: PPO's have its name.
    private static readonly ImmutableArray<string> ExpertStages = ["ppo", "expert"];

    private const string Labels = "labels";
    private const string StepLoss = "step_loss";
    private const int CurveCountMax = 12;
    private static readonly ImmutableArray<string> Counters =
    [
        "update",
        "environment_steps",
        Labels,
        "validation_labels",
        "gradient_steps",
        StepLoss,
    ];

    private static readonly ImmutableArray<string> Order =
    [
        "episode_return",
        "validation_return",
        "validation_failure",
        "policy_loss",
        "value_loss",
        "entropy",
        "approx_kl",
        "clip_fraction",
        "explained_variance",
        "gradient_norm",
        "disagreement",
        "loss",
        "reward",
        "discriminator_loss",
        "expert_accuracy",
        "generator_accuracy",
    ];

    /// <summary>One chart for each metric of the expert's training.</summary>
    public static ImmutableArray<Figure> Expert(ImmutableArray<MetricRow> rows) =>
        [
            .. ExpertStages.SelectMany(stage =>
                Names(rows.Where(row => row.Stage == stage))
                    .Select(name => Draw(rows, [stage], name, stage, new Axis("environment steps")))
            ),
        ];

    /// <summary>One chart for each metric of students that learn in rounds, a curve for each student.</summary>
    public static ImmutableArray<Figure> Students(ImmutableArray<MetricRow> rows)
    {
        // A stage that notes its labels learns in rounds; a clone learns once, which is no curve.
        var stages = StagesThatNote(rows, Labels).Take(CurveCountMax).ToImmutableArray();
        return
        [
            .. Names(rows.Where(row => stages.Contains(row.Stage)))
                .Select(name => Draw(rows, stages, name, "students", new Axis("expert labels"))),
        ];
    }

    /// <summary>The loss of every student step by step, clones too; none where nobody was taught.</summary>
    public static ImmutableArray<Figure> Steps(ImmutableArray<MetricRow> rows)
    {
        // Those that learn in rounds come first: where there are many students, some clones are left out.
        var taught = StagesThatNote(rows, StepLoss);
        var stages = StagesThatNote(rows, Labels)
            .Intersect(taught)
            .Union(taught)
            .Take(CurveCountMax)
            .ToImmutableArray();
        return stages.IsEmpty ? [] : [Draw(rows, stages, StepLoss, "students", new Axis("gradient steps"))];
    }

    /// <summary>One chart for each metric of generators and their discriminators, a curve for each student.</summary>
    public static ImmutableArray<Figure> Generators(ImmutableArray<MetricRow> rows)
    {
        var stages = StagesThatNote(rows, "environment_steps").Take(CurveCountMax).ToImmutableArray();
        return
        [
            .. Names(rows.Where(row => stages.Contains(row.Stage)))
                .Select(name => Draw(rows, stages, name, "generators", new Axis("environment steps"))),
        ];
    }

    /// <summary>Stages that have a metric, the expert's training left out, in ordinal order.</summary>
    private static ImmutableArray<string> StagesThatNote(ImmutableArray<MetricRow> rows, string metric) =>
        [
            .. rows.Where(row => row.Name == metric && !ExpertStages.Contains(row.Stage))
                .Select(row => row.Stage)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Names(IEnumerable<MetricRow> rows)
    {
        var found = rows.Select(row => row.Name).Distinct().Except(Counters).ToImmutableArray();
        return [.. Order.Where(name => found.Contains(name)), .. found.Except(Order).Order(StringComparer.Ordinal)];
    }

    private static Figure Draw(
        ImmutableArray<MetricRow> rows,
        ImmutableArray<string> stages,
        string name,
        string prefix,
        Axis horizontal
    )
    {
        var meaning = MetricGlossary.Find(name) ?? new(name, name, "value", "");
        var curves = ImmutableArray.CreateBuilder<Curve>();
        var texts = new List<(string Stage, string Text)>();
        foreach (var (index, stage) in stages.Index())
        {
            var (points, text) = MetricCurves.Points(MetricCurves.Values(rows, stage, name));
            if (!points.IsEmpty)
            {
                curves.Add(new(stage, points, index));
                texts.Add((stage, text));
            }
        }

        var kinds = texts.GroupBy(entry => entry.Text, entry => entry.Stage).ToImmutableArray();
        var caption =
            kinds.Length == 1
                ? kinds[0].Key
                : string.Join(' ', kinds.Select(kind => $"{string.Join(", ", kind)}: {kind.Key}"));
        return LineDrawing.Draw(
            new(
                $"{prefix}-{name.Replace('_', '-')}",
                meaning.Title,
                caption,
                horizontal,
                new Axis(meaning.Unit),
                curves.ToImmutable()
            )
        );
    }
}
