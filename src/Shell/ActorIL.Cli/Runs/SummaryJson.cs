using System.Text.Json;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>The one JSON object of a run. Its field names are a promise to scripts.</summary>
internal static class SummaryJson
{
    public static string Render(RunSummary summary) =>
        JsonText.Object(writer =>
        {
            writer.WriteString("digest", summary.Digest);
            writer.WriteString("result_digest", summary.ResultDigest);
            writer.WriteString("weights_digest", summary.WeightsDigest);
            writer.WriteNumber("seed", summary.Seed);
            writer.WriteNumber("workers", summary.WorkerCount);
            writer.WriteString("host", summary.Host);
            writer.WriteBoolean("completed", summary.IsCompleted);
            writer.WriteString("run_directory", summary.RunDirectory);
            writer.WriteFinite("wall_seconds", summary.WallSeconds);
            writer.WriteNumber("environment_steps", summary.EnvironmentStepCount);
            writer.WriteFinite("training_steps_per_second", summary.TrainingStepsPerSecond);
            writer.WriteNumber("peak_memory_bytes", summary.PeakMemoryBytes);
            TracePluginJson.Write(writer, summary.Plugins);
            writer.WriteStartArray("stages");
            foreach (var stage in summary.Stages)
            {
                Write(writer, stage);
            }

            writer.WriteEndArray();
        });

    /// <summary>Whether a summary is of a run that came to its end.</summary>
    public static bool IsCompleted(string summary)
    {
        try
        {
            using var document = JsonDocument.Parse(summary);
            return document.RootElement.TryGetProperty("completed", out var completed)
                && completed.ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>An evaluation as a field; also what `eval` prints.</summary>
    internal static void Write(Utf8JsonWriter writer, EvaluationSummary evaluation)
    {
        writer.WriteStartObject("evaluation");
        writer.WriteNumber("n", evaluation.Count);
        writer.WriteFinite("mean", evaluation.Mean);
        writer.WriteFinite("std", evaluation.Std);
        writer.WriteFinite("minimum", evaluation.Minimum);
        writer.WriteFinite("ci_low", evaluation.CiLow);
        writer.WriteFinite("ci_high", evaluation.CiHigh);
        if (evaluation.Outcomes is { } outcomes)
        {
            Write(writer, "success", outcomes.Success);
            Write(writer, "failure", outcomes.Failure);
        }

        Write(writer, evaluation.Recovery);
        Write(writer, evaluation.Latching);
        writer.WriteEndObject();
    }

    /// <summary>What the latching detector found as a field, where it looked.</summary>
    internal static void Write(Utf8JsonWriter writer, LatchingSummary? latching)
    {
        if (latching is not null)
        {
            writer.WriteStartObject("latching");
            writer.WriteNumber("n", latching.Count);
            writer.WriteFinite("repeats", latching.RepeatShare);
            writer.WriteFinite("expert_repeats", latching.ExpertRepeatShare);
            writer.WriteFinite("mean_run_steps", latching.MeanRunSteps);
            Write(writer, "latched", latching.Latched);
            writer.WriteEndObject();
        }
    }

    /// <summary>Recoveries as a field, where episodes were perturbed.</summary>
    internal static void Write(Utf8JsonWriter writer, RecoveryRates? recovery)
    {
        if (recovery is not null)
        {
            writer.WriteStartObject("recovery");
            writer.WriteNumber("n", recovery.Count);
            Write(writer, "wide_starts", recovery.WideStarts);
            Write(writer, "pushes", recovery.Pushes);
            writer.WriteEndObject();
        }
    }

    /// <summary>A rate as a field.</summary>
    internal static void Write(Utf8JsonWriter writer, string name, RateSummary rate)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("count", rate.Count);
        writer.WriteFinite("rate", rate.Rate);
        writer.WriteFinite("ci_low", rate.CiLow);
        writer.WriteFinite("ci_high", rate.CiHigh);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PairedDifference difference)
    {
        writer.WriteStartObject("difference");
        writer.WriteString("reference", difference.Reference);
        writer.WriteNumber("n", difference.Count);
        writer.WriteFinite("mean", difference.Mean);
        writer.WriteFinite("ci_low", difference.CiLow);
        writer.WriteFinite("ci_high", difference.CiHigh);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ErrorGrowth growth)
    {
        writer.WriteStartObject("error_growth");
        writer.WriteFinite("slope", growth.Slope);
        writer.WriteFinite("ci_low", growth.CiLow);
        writer.WriteFinite("ci_high", growth.CiHigh);
        writer.WriteStartArray("horizons");
        foreach (var cost in growth.Costs)
        {
            writer.WriteStartObject();
            writer.WriteNumber("steps", cost.StepCount);
            writer.WriteFinite("excess_cost", cost.Excess);
            writer.WriteFinite("ci_low", cost.CiLow);
            writer.WriteFinite("ci_high", cost.CiHigh);
            Write(writer, "erred", cost.Erred);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StageReport stage)
    {
        writer.WriteStartObject();
        writer.WriteString("name", stage.Stage);
        writer.WriteString("algorithm", stage.Algorithm);
        writer.WriteNumber("labels", stage.LabelCount);
        writer.WriteNumber("expert_queries", stage.ExpertQueryCount);
        writer.WriteNumber("cost_labels", stage.CostLabelCount);
        writer.WriteNumber("expert_steps", stage.ExpertStepCount);
        writer.WriteNumber("environment_steps", stage.EnvironmentStepCount);
        writer.WriteNumber("demonstration_episodes", stage.DemonstrationEpisodeCount);
        writer.WriteString("selected", stage.Selected);
        Write(writer, stage.Evaluation);
        if (stage.Difference is { } difference)
        {
            Write(writer, difference);
        }

        if (stage.Growth is { } growth)
        {
            Write(writer, growth);
        }

        if (stage.Control is { } control)
        {
            Write(writer, control);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ControlComparison control)
    {
        writer.WriteStartObject("control");
        writer.WriteString("stage", control.Difference.Reference);
        writer.WriteFinite("mean_difference", control.Difference.Mean);
        writer.WriteFinite("ci_low", control.Difference.CiLow);
        writer.WriteFinite("ci_high", control.Difference.CiHigh);
        writer.WriteFinite("margin", control.Margin);
        writer.WriteBoolean("can_judge", control.CanJudge);
        writer.WriteEndObject();
    }
}
