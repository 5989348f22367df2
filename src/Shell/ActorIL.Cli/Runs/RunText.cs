using System.Globalization;
using ActorIL.Cli.CommandLine;

namespace ActorIL.Cli.Runs;

/// <summary>The end of a run, for people.</summary>
internal static class RunText
{
    private const double BytesPerMegabyte = 1_000_000;

    public static string Render(RunSummary summary)
    {
        var tables = ResultTable.Render(summary.Stages);
        var gap = tables.Length > 0 ? "\n" : "";
        var ending = summary.IsCompleted ? "" : "The run was not completed; this is what it reached.\n";
        return $"\n{tables}{gap}{ending}{Figures(summary)}";
    }

    private static string Figures(RunSummary summary)
    {
        var workers = summary.WorkerCount == 1 ? "worker" : "workers";
        var speed = string.Create(
            CultureInfo.InvariantCulture,
            $"; PPO training alone {summary.TrainingStepsPerSecond:N0} steps/s"
        );
        var time = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.WallSeconds:F1} s{(summary.TrainingStepsPerSecond > 0 ? speed : "")}"
        );
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                digest          {summary.Digest}
                result digest   {summary.ResultDigest}
                weights digest  {summary.WeightsDigest}
                seed            {summary.Seed}
                host            {summary.Host}, {summary.WorkerCount} {workers}
                time            {time}
                memory          {summary.PeakMemoryBytes / BytesPerMegabyte:N0} MB at most
                run directory   {summary.RunDirectory}

                """
            )
            .ReplaceLineEndings("\n");
    }
}
