using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Runs;

/// <summary>
/// From metric notes to rows of the metrics file: whose metric it is, and how far that stage has come.
/// </summary>
internal sealed class MetricRows
{
    private const string StepsName = "environment_steps";
    private const string LabelsName = "labels";
    private const string ValidatedName = "validation_labels";
    private const string ValidationName = "validation_return";
    private const string FailureName = "validation_failure";
    private const string GradientsName = "gradient_steps";
    private const string StepLossName = "step_loss";
    private const string StudentStage = "student";
    private const string OwnStage = "students";
    private const string GeneratorStage = "gail";

    private readonly SortedDictionary<string, long> _steps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _validated = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _gradients = new(StringComparer.Ordinal);

    /// <param name="steps">How far each stage had come.</param>
    public MetricRows(ImmutableArray<StageSteps> steps)
    {
        foreach (var (stage, stepCount) in steps)
        {
            _steps.Add(stage, stepCount);
        }
    }

    /// <summary>How far each stage has come, by name.</summary>
    public ImmutableArray<StageSteps> Steps => [.. _steps.Select(stage => new StageSteps(stage.Key, stage.Value))];

    /// <summary>
    /// Takes note of how far a stage has come, where the note says so; call it for a whole round first.
    /// </summary>
    /// <param name="path">The actor.</param>
    /// <param name="note">What it noted.</param>
    public void Observe(string path, Note note)
    {
        var (stage, name) = Split(path, note.Name);
        if (note.Kind == NoteKind.Metric && name is StepsName or LabelsName)
        {
            _steps[stage] = (long)note.Value;
        }
    }

    /// <summary>
    /// The row of a metric. Validation runs beside the training, so a score stands at the labels of its own candidate
    /// where these were noted before it, and a loss at the gradient step noted before it.
    /// </summary>
    /// <param name="path">The actor, as in /run/bc-full-5: a student's stage is the actor below the root.</param>
    /// <param name="note">The metric.</param>
    public MetricRow Row(string path, Note note)
    {
        var (stage, name) = Split(path, note.Name);
        if (name == ValidatedName)
        {
            _validated[stage] = (long)note.Value;
        }

        if (name == GradientsName)
        {
            _gradients[stage] = (long)note.Value;
        }

        var step =
            name is GradientsName or StepLossName ? _gradients.GetValueOrDefault(stage)
            : name is ValidatedName or ValidationName or FailureName && _validated.TryGetValue(stage, out var validated)
                ? validated
            : _steps.GetValueOrDefault(stage);
        return new(stage, step, name, note.Value);
    }

    private static (string Stage, string Name) Split(string path, string name)
    {
        var point = name.IndexOf('.', StringComparison.Ordinal);
        var (prefix, rest) = point < 0 ? ("run", name) : (name[..point], name[(point + 1)..]);
        var isOfActor = prefix is StudentStage or OwnStage or GeneratorStage;
        return (isOfActor && path.Split('/') is [_, _, var below, ..] ? below : prefix, rest);
    }
}
