using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;
using ActorIL.Environments;
using ActorIL.Reports.Content;
using ActorIL.Reports.Rollouts;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Tests.Rollouts;

public class TrackTests
{
    [Theory]
    [InlineData("CliffRacetrack-v1", "fell")]
    [InlineData("CliffRacetrackLoop-v1", "left the lane")]
    public void Who_does_not_steer_falls_and_who_steers_does_not(string id, string word)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Match(found => found, _ => null!);
        var sketch = Assert.IsType<ITrackSketch>(SketchCatalog.Find(entry.Module), exactMatch: false);
        var careless = Of(entry, new Straight(entry.Module.Observations, entry.Module.Actions), sketch);
        Assert.Equal(TrackRecording.EpisodeCount, careless.FallCount);
        Assert.InRange(careless.Falls.Length, 24, 48);
        Assert.All(careless.Falls, fall => Assert.True(IsIn(sketch.View, fall)));
        Assert.Contains($"200 of 200 {word}", TrackFigure.Draw(careless, sketch).Body, StringComparison.Ordinal);
        var careful = Of(entry, entry.Controller.Match(policy => policy, _ => null!), sketch);
        Assert.Equal(0, careful.FallCount);
        Assert.NotEmpty(careful.Paths);
        Assert.All(careful.Paths, path => Assert.InRange(path.Length, 2, 402));
    }

    private static TrackFacts Of(EnvironmentEntry entry, IPolicy policy, ITrackSketch sketch) =>
        TrackRecording.Of("any", StageGroup.Own, entry.Module, policy, seed: 5, sketch);

    private sealed record Straight(Space Observations, Space Actions) : IPolicy
    {
        public string Name => "straight";

        public int WorkspaceSize(int count) => 0;

        public void Act(
            ReadOnlySpan<float> observations,
            int count,
            Span<float> memory,
            Span<float> workspace,
            Span<float> actions
        )
        {
            for (var row = 0; row < count; row++)
            {
                (actions[2 * row], actions[(2 * row) + 1]) = (0, 1);
            }
        }
    }

    private static bool IsIn(SketchView view, SketchPoint point) =>
        point.X >= view.Left && point.X <= view.Right && point.Y >= view.Bottom && point.Y <= view.Top;
}
