using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Prelude;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Content;

/// <summary>Reads the summary of a run.</summary>
public static class SummaryReading
{
    /// <param name="path">Where the text is from, for the error.</param>
    /// <param name="text">The JSON object.</param>
    public static Result<RunSummaryFacts, Error> Read(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Result.Success<RunSummaryFacts, Error>(Of(document.RootElement));
        }
        catch (JsonException failure)
        {
            return Failure(path, failure);
        }
        catch (KeyNotFoundException failure)
        {
            return Failure(path, failure);
        }
        catch (InvalidOperationException failure)
        {
            return Failure(path, failure);
        }
    }

    private static Result<RunSummaryFacts, Error> Failure(string path, Exception failure) =>
        Result.Failure<RunSummaryFacts, Error>(
            new(
                path,
                failure.Message.ReplaceLineEndings(" ").TrimEnd('.'),
                "the summary that a run wrote",
                "Restore the file, or delete it: the rest of the directory is reported without it."
            )
        );

    private static RunSummaryFacts Of(JsonElement root) =>
        new()
        {
            Digest = Text(root, "digest"),
            ResultDigest = Text(root, "result_digest"),
            WeightsDigest = Text(root, "weights_digest"),
            IsCompleted = root.GetProperty("completed").GetBoolean(),
            EnvironmentStepCount = root.GetProperty("environment_steps").GetInt64(),
            Machine = string.Create(
                CultureInfo.InvariantCulture,
                $"{Number(root, "wall_seconds"):F1} s on {Text(root, "host")} host, "
                    + $"{root.GetProperty("workers").GetInt64()} workers; "
                    + $"PPO training alone {Number(root, "training_steps_per_second"):N0} steps/s; "
                    + $"{Number(root, "peak_memory_bytes") / 1e6:F0} MB at most"
            ),
            Stages = [.. root.GetProperty("stages").EnumerateArray().Select(Stage)],
        };

    private static StageFacts Stage(JsonElement stage)
    {
        var evaluation = stage.GetProperty("evaluation");
        return new()
        {
            Name = Text(stage, "name"),
            Algorithm = Text(stage, "algorithm"),
            LabelCount = stage.GetProperty("labels").GetInt64(),
            CostLabelCount = Later(stage, "cost_labels"),
            ExpertStepCount = Later(stage, "expert_steps"),
            DemonstrationEpisodeCount = stage.GetProperty("demonstration_episodes").GetInt64(),
            Selected = Text(stage, "selected"),
            Count = evaluation.GetProperty("n").GetInt64(),
            Mean = Number(evaluation, "mean"),
            Minimum = Number(evaluation, "minimum"),
            CiLow = Number(evaluation, "ci_low"),
            CiHigh = Number(evaluation, "ci_high"),
            Failure = evaluation.TryGetProperty("failure", out var failure) ? Rate(failure) : null,
            Latched = evaluation.TryGetProperty("latching", out var latching)
                ? Rate(latching.GetProperty("latched"))
                : null,
            LatchingCount = latching.ValueKind == JsonValueKind.Object ? latching.GetProperty("n").GetInt32() : 0,
            Recovery = evaluation.TryGetProperty("recovery", out var recovery)
                ? new(
                    recovery.GetProperty("n").GetInt32(),
                    Rate(recovery.GetProperty("wide_starts")),
                    Rate(recovery.GetProperty("pushes"))
                )
                : null,
            Difference = stage.TryGetProperty("difference", out var difference)
                ? new(
                    Text(difference, "reference"),
                    Number(difference, "mean"),
                    Number(difference, "ci_low"),
                    Number(difference, "ci_high")
                )
                : null,
            Growth = stage.TryGetProperty("error_growth", out var growth) ? Growth(growth) : null,
            Control = stage.TryGetProperty("control", out var control)
                ? new(
                    Text(control, "stage"),
                    Number(control, "mean_difference"),
                    Number(control, "ci_low"),
                    Number(control, "ci_high"),
                    control.GetProperty("can_judge").GetBoolean()
                )
                : null,
        };
    }

    /// <summary>A count that summaries of older programs do not have.</summary>
    private static long Later(JsonElement stage, string name) =>
        stage.TryGetProperty(name, out var count) ? count.GetInt64() : 0;

    private static RateFacts Rate(JsonElement rate) =>
        new(
            rate.GetProperty("count").GetInt32(),
            Number(rate, "rate"),
            Number(rate, "ci_low"),
            Number(rate, "ci_high")
        );

    private static ErrorGrowth Growth(JsonElement growth) =>
        new(
            [.. growth.GetProperty("horizons").EnumerateArray().Select(Cost)],
            Number(growth, "slope"),
            Number(growth, "ci_low"),
            Number(growth, "ci_high")
        );

    private static HorizonCost Cost(JsonElement cost)
    {
        var erred = cost.GetProperty("erred");
        return new(
            cost.GetProperty("steps").GetInt32(),
            Number(cost, "excess_cost"),
            Number(cost, "ci_low"),
            Number(cost, "ci_high"),
            new(
                erred.GetProperty("count").GetInt32(),
                Number(erred, "rate"),
                Number(erred, "ci_low"),
                Number(erred, "ci_high")
            )
        );
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    /// <summary>A number; null, which stands for what JSON has no number for, is NaN.</summary>
    private static double Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;
}
