using ActorIL.Environments;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Tests.Sketches;

public class SketchTests
{
    public static TheoryData<string> Names => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [InlineData("CartPole-v1", new[] { 1.2f, 0, 0.4f, 0 }, new[] { 1f })]
    [InlineData("Pendulum-v1", new[] { 0.6f, 0.8f, 1 }, new[] { -1.5f })]
    [InlineData("CliffRacetrackLoop-v1", new[] { 0.6f, 0.8f, 0.9f, 3, 0.2f }, new[] { 0.5f, 0 })]
    [InlineData("LaneChain-v0", new[] { 1, -0.4f }, new[] { 2f })]
    public void An_environment_is_drawn_in_characters(string name, float[] observation, float[] action)
    {
        var sketch = Sketch(name)!;
        var raster = new SketchRaster(sketch.View, 120, 80);
        Snapshot.Matches(
            string.Join('\n', BrailleText.Lines(raster.Draw(sketch.Draw(observation, action)), 120)),
            name
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_moment_has_the_same_kinds_of_shapes(string name)
    {
        if (Sketch(name) is { } sketch)
        {
            var size = EnvironmentCatalog.Shipped.Find(name).Match(entry => entry.Module, _ => null!).Observations.Size;
            var still = sketch.Draw(new float[size], []);
            var moved = sketch.Draw([.. Enumerable.Repeat(0.3f, size)], [1f, 1f, 1f]);
            Assert.Equal(still.Select(shape => shape.GetType()), moved.Select(shape => shape.GetType()));
            Assert.NotEqual(still.Select(Places), moved.Select(Places));
        }
    }

    private static string Places(SketchShape shape) =>
        shape.Match(
            path => string.Join(' ', path.Points),
            area => string.Join(' ', area.Points),
            disk => disk.Centre.ToString()
        );

    private static IEnvironmentSketch? Sketch(string name) =>
        EnvironmentCatalog.Shipped.Find(name).Match(entry => SketchCatalog.Find(entry.Module), _ => null);
}
