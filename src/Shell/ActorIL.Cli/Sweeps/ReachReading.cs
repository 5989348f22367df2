using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Core.Prelude;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Sweeps;

/// <summary>Reads the labels to targets that another sweep left in its folder.</summary>
internal static class ReachReading
{
    public static Result<ImmutableArray<ReachFacts>, Error> Read(string folder)
    {
        var path = Path.Combine(Path.GetFullPath(folder), SweepFiles.JsonName);
        return TextFile.Read(path).Then(text => Parse(path, text));
    }

    private static Result<ImmutableArray<ReachFacts>, Error> Parse(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var own = document.RootElement.GetProperty("labels_to").EnumerateArray().Select(Reach);
            return Result.Success<ImmutableArray<ReachFacts>, Error>([.. own]);
        }
        catch (JsonException)
        {
            return Missing(path);
        }
        catch (KeyNotFoundException)
        {
            return Missing(path);
        }
        catch (InvalidOperationException)
        {
            return Missing(path);
        }
    }

    private static Result<ImmutableArray<ReachFacts>, Error> Missing(string path) =>
        Result.Failure<ImmutableArray<ReachFacts>, Error>(
            new(
                path,
                "no labels to a target",
                "a sweep that was given a target",
                "Type that sweep again with its folder and a target; its runs are left as they are."
            )
        );

    private static ReachFacts Reach(JsonElement reach) =>
        new(
            reach.GetProperty("environment").GetString() ?? "",
            new LabelTarget(
                reach.GetProperty("metric").GetString() == LabelTarget.FailureMetric,
                reach.GetProperty("target").GetDouble()
            ),
            [.. reach.GetProperty("students").EnumerateArray().Select(Student)]
        );

    private static LabelReach Student(JsonElement student) =>
        new(
            student.GetProperty("name").GetString() ?? "",
            [.. student.GetProperty("labels").EnumerateArray().Select(static labels => labels.GetInt64())],
            student.GetProperty("seeds").GetInt32(),
            student.GetProperty("labels_used").GetInt64()
        );
}
