using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Reports.Figures;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>Episodes side by side: moving drawings, or curves of what was seen where there is no sketch.</summary>
internal static class RolloutSection
{
    private const int FrameCountMax = 600;
    private const int ComponentCountMax = 12;

    /// <summary>The figures of episodes from one start state.</summary>
    public static ImmutableArray<Figure> Figures(ImmutableArray<Rollout> rollouts, IEnvironmentSketch? sketch) =>
        rollouts.IsEmpty ? []
        : sketch is null ? Components(rollouts)
        : [.. Scenes(rollouts, sketch).Select(scene => scene.First)];

    /// <summary>What the player plays; empty where nothing moves.</summary>
    public static string Player(ImmutableArray<Rollout> rollouts, IEnvironmentSketch? sketch)
    {
        if (rollouts.IsEmpty || sketch is null)
        {
            return "";
        }

        var scenes = Scenes(rollouts, sketch);
        var last = scenes.Max(scene => scene.FrameCount) - 1;
        var seconds = rollouts[0].StepSeconds * Stride(rollouts);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <div class="player" id="player" hidden>
                <button type="button" id="player-button" aria-label="Play or pause">Play</button>
                <input type="range" id="player-slider" min="0" max="{last}" value="0" step="1" aria-label="Moment">
                <output id="player-time" for="player-slider">0.00 s</output>
                </div>
                <script type="application/json" id="player-data">
                """
            )
            + Data(scenes, seconds)
            + "</script>\n";
    }

    private static string Data(ImmutableArray<Scene> scenes, double seconds)
    {
        var text = new StringBuilder("{\"seconds\":");
        text.Append(seconds.ToString("R", CultureInfo.InvariantCulture)).Append(",\"scenes\":[");
        text.AppendJoin(
            ",\n",
            scenes.Select(scene =>
                "["
                + string.Join(
                    ",\n",
                    scene.Moving.Select(shape =>
                        $"{{\"id\":\"{shape.Id}\",\"disk\":{(shape.IsDisk ? "true" : "false")},\"places\":["
                        + string.Join(',', shape.Places.Select(place => $"\"{place}\""))
                        + "]}"
                    )
                )
                + "]"
            )
        );
        return text.Append("]}").ToString();
    }

    private static ImmutableArray<Scene> Scenes(ImmutableArray<Rollout> rollouts, IEnvironmentSketch sketch) =>
        [
            .. rollouts.Select(
                (rollout, index) =>
                    Scene.Of(
                        string.Create(CultureInfo.InvariantCulture, $"rollout-{index + 1}"),
                        rollout,
                        sketch,
                        Stride(rollouts)
                    )
            ),
        ];

    private static int Stride(ImmutableArray<Rollout> rollouts) =>
        (rollouts.Max(rollout => rollout.FrameCount) + FrameCountMax - 1) / FrameCountMax;

    private static ImmutableArray<Figure> Components(ImmutableArray<Rollout> rollouts) =>
        [
            .. Enumerable
                .Range(0, Math.Min(rollouts[0].Trajectory.ObservationSize, ComponentCountMax))
                .Select(component => Component(rollouts, component)),
        ];

    private static Figure Component(ImmutableArray<Rollout> rollouts, int component) =>
        LineDrawing.Draw(
            new(
                string.Create(CultureInfo.InvariantCulture, $"rollout-component-{component}"),
                string.Create(CultureInfo.InvariantCulture, $"Observation, component {component}"),
                "What expert and student saw from the same start state. n = 1 episode each, so no band.",
                new Axis("time, s"),
                new Axis("value"),
                [
                    .. rollouts.Select(
                        (rollout, index) =>
                            new Curve(
                                rollout.Name,
                                [
                                    .. Enumerable
                                        .Range(0, rollout.FrameCount)
                                        .Select(frame => Point(rollout, frame, component)),
                                ],
                                index
                            )
                    ),
                ]
            )
        );

    private static ChartPoint Point(Rollout rollout, int frame, int component)
    {
        var value = (double)rollout.Observation(frame)[component];
        return new(frame * rollout.StepSeconds, value, value, value);
    }
}
