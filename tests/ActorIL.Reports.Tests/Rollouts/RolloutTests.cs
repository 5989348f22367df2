using ActorIL.Environments;
using ActorIL.Reports.Rollouts;
using ActorIL.Reports.Sketches;
using ActorIL.Reports.Tests.Gif;

namespace ActorIL.Reports.Tests.Rollouts;

public class RolloutTests
{
    private static readonly Rollout Episode = Record();

    [Fact]
    public void The_same_episode_is_played_again() =>
        Assert.Equal(Episode.Trajectory.Observations, Record().Trajectory.Observations);

    [Fact]
    public void Moments_end_with_the_last_one()
    {
        Assert.Equal([0, 3, 6, 9], Scene.Moments(10, 3));
        Assert.Equal([0, 3, 6, 8], Scene.Moments(9, 3));
        Assert.Equal([0], Scene.Moments(1, 1));
    }

    [Fact]
    public void Only_what_moves_is_played_and_its_first_place_is_the_drawn_one()
    {
        var scene = Scene.Of("scene", Episode, new CartPoleSketch(), 10);
        Assert.Equal(4, scene.Moving.Length);
        foreach (var shape in scene.Moving)
        {
            Assert.Equal(scene.FrameCount, shape.Places.Length);
            Assert.Contains($"id=\"{shape.Id}\"", scene.First.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_animated_file_has_a_picture_for_each_shown_moment()
    {
        var pictures = NaiveGif.Read(RolloutGif.Encode(Episode, new CartPoleSketch(), speed: 100));
        Assert.Equal(Scene.Moments(Episode.FrameCount, 100).Length, pictures.Count);
        Assert.Equal(pictures.Count, pictures.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void A_moment_is_a_line_or_a_picture()
    {
        Assert.Equal(
            "step 0  0.00 s  observation [0.012, 0.022, 0.018, 0.029]  action [1]  reward 1",
            Numbers(RolloutText.Line(Episode, 0))
        );
        var heights = Enumerable
            .Range(0, 3)
            .Select(part => RolloutText.Picture(Episode, new CartPoleSketch(), part * 250, 60).Length);
        Assert.Single(heights.Distinct());
        Assert.Single(RolloutText.Picture(Episode, sketch: null, 3, 60));
        Assert.Equal("expert: return 500 in 500 steps (10 s), ended by its time limit", RolloutText.Outcome(Episode));
    }

    private static string Numbers(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            "observation .*?]",
            "observation [0.012, 0.022, 0.018, 0.029]"
        );

    private static Rollout Record()
    {
        var entry = EnvironmentCatalog.Shipped.Find("CartPole-v1").Match(found => found, _ => null!);
        var controller = entry.Controller.Match(policy => policy, _ => null!);
        return Rollout.Record("expert", entry.Module, controller, seed: 7, episode: 0, entry.StepSeconds);
    }
}
