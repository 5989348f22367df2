using ActorIL.Cli.Terminals;
using ActorIL.Reports.Rollouts;
using ActorIL.Reports.Sketches;

namespace ActorIL.Cli.Watching;

/// <summary>Draws an episode over and over the same lines of a terminal, at its own pace.</summary>
internal static class EpisodePlayer
{
    private const double FrameSecondsMin = 1 / 30.0;
    private const int WidthMax = 120;

    /// <param name="terminal">Where.</param>
    /// <param name="rollout">What.</param>
    /// <param name="sketch">How it is drawn; null for a line of what was seen.</param>
    /// <param name="speed">How many times as fast, above 0.</param>
    public static void Play(Terminal terminal, Rollout rollout, IEnvironmentSketch? sketch, double speed)
    {
        var width = Math.Clamp(terminal.OutWidth - 1, 10, WidthMax);
        var seconds = rollout.StepSeconds / speed;
        var stride = Math.Max(1, (int)Math.Ceiling((FrameSecondsMin / seconds) - 1e-9));
        var beganAt = terminal.Clock.GetTimestamp();
        for (var frame = 0; frame < rollout.FrameCount; frame += stride)
        {
            var lines = RolloutText.Picture(rollout, sketch, frame, width);

            // Back to the first line of the picture before, and whatever was longer there is erased.
            terminal.Out.Write(frame > 0 ? $"\u001b[{lines.Length}A" : "");
            terminal.Out.Write(string.Concat(lines.Select(line => $"\r{line}\u001b[K\n")));
            terminal.Out.Flush();
            var wait = TimeSpan.FromSeconds((frame + stride) * seconds) - terminal.Clock.GetElapsedTime(beganAt);
            if (wait > TimeSpan.Zero)
            {
                Thread.Sleep(wait);
            }
        }
    }
}
