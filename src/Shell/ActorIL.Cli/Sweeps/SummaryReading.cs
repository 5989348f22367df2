using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Sweeps;

/// <summary>The stages of a run from its summary.json.</summary>
internal static class SummaryReading
{
    public static Result<ImmutableArray<SweptStage>, Error> Stages(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Result.Success<ImmutableArray<SweptStage>, Error>([
                .. document.RootElement.GetProperty("stages").EnumerateArray().Select(Stage),
            ]);
        }
        catch (JsonException)
        {
            return Damaged(path);
        }
        catch (KeyNotFoundException)
        {
            return Damaged(path);
        }
        catch (InvalidOperationException)
        {
            return Damaged(path);
        }
    }

    private static Result<ImmutableArray<SweptStage>, Error> Damaged(string path) =>
        Result.Failure<ImmutableArray<SweptStage>, Error>(
            new(path, "no summary of a run", "the stages of a run", "Delete the run directory and sweep again.")
        );

    private static SweptStage Stage(JsonElement stage)
    {
        var evaluation = stage.GetProperty("evaluation");
        return new(
            stage.GetProperty("name").GetString() ?? "",
            stage.GetProperty("algorithm").GetString() ?? "",
            stage.GetProperty("selected").GetString() ?? "",
            stage.GetProperty("labels").GetInt64(),
            evaluation.GetProperty("n").GetInt32(),
            evaluation.GetProperty("mean").GetDouble(),
            evaluation.TryGetProperty("failure", out var failure) ? failure.GetProperty("count").GetInt32() : null
        );
    }
}
