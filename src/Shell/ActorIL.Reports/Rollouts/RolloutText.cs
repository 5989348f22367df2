using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Experience;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>An episode in characters.</summary>
public static class RolloutText
{
    private const int RowCountMax = 20;

    /// <summary>A moment as a line: what was seen, done and got.</summary>
    public static string Line(Rollout rollout, int frame)
    {
        var seen = $"step {Number(frame)}  {Seconds(rollout, frame)}  observation {Vector(rollout.Observation(frame))}";
        return frame < rollout.Trajectory.StepCount
            ? $"{seen}  action {Vector(rollout.Action(frame))}  reward {Number(rollout.Trajectory.Rewards[frame])}"
            : seen;
    }

    /// <summary>A moment as a picture of as many lines at every moment, and a line below it.</summary>
    /// <param name="rollout">The episode.</param>
    /// <param name="sketch">How it is drawn; null for the line alone.</param>
    /// <param name="frame">Which moment.</param>
    /// <param name="columnCount">Characters across, ≥ 10.</param>
    public static ImmutableArray<string> Picture(
        Rollout rollout,
        IEnvironmentSketch? sketch,
        int frame,
        int columnCount
    )
    {
        var line = $"{rollout.Name}  {Seconds(rollout, frame)}  step {Number(frame)}";
        line = sketch is null ? $"{line}  {Vector(rollout.Observation(frame))}" : line;
        line = line.Length > columnCount ? line[..columnCount] : line;
        if (sketch is null)
        {
            return [line];
        }

        var width = columnCount * BrailleText.Columns;
        var height = Math.Min(
            RowCountMax * BrailleText.Rows,
            (int)Math.Ceiling(width * sketch.View.Height / sketch.View.Width)
        );
        var raster = new SketchRaster(sketch.View, width, height);
        var pixels = raster.Draw(sketch.Draw(rollout.Observation(frame), rollout.Action(frame)));
        return [.. BrailleText.Lines(pixels, width), line];
    }

    /// <summary>How it ended.</summary>
    public static string Outcome(Rollout rollout) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{rollout.Name}: return {rollout.Trajectory.Return:0.#} in {rollout.Trajectory.StepCount} steps "
                + $"({rollout.Trajectory.StepCount * rollout.StepSeconds:0.##} s), {Ended(rollout.Trajectory.Ending)}"
        );

    private static string Ended(Ending ending) =>
        ending switch
        {
            Ending.None => "cut off",
            Ending.Terminated => "terminated",
            Ending.Truncated => "ended by its time limit",
        };

    private static string Seconds(Rollout rollout, int frame) =>
        string.Create(CultureInfo.InvariantCulture, $"{frame * rollout.StepSeconds:F2} s");

    private static string Vector(ReadOnlySpan<float> values)
    {
        var texts = new string[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            texts[i] = values[i].ToString("0.###", CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(", ", texts)}]";
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
