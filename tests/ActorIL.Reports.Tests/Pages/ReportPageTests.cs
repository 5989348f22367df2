using System.Collections.Immutable;
using ActorIL.Environments;
using ActorIL.Reports.Content;
using ActorIL.Reports.Pages;
using ActorIL.Reports.Rollouts;
using ActorIL.Storage.Files;

namespace ActorIL.Reports.Tests.Pages;

public class ReportPageTests
{
    private static readonly RolloutFacts Nothing = new([], Sketch: null, "No policy.");

    [Fact]
    public void A_run_that_was_killed_is_reported_by_its_metrics()
    {
        var page = ReportPage.Of(Facts([new("ppo", 512, "entropy", 0.5), new("ppo", 1024, "entropy", 0.4)]), Nothing);
        Assert.Equal(["ppo-entropy"], page.Figures.Select(figure => figure.Id));
        Assert.Contains("it was killed", page.Html, StringComparison.Ordinal);
        Assert.Contains("No policy.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_nobody_explained_is_drawn_too() =>
        Assert.Equal(
            ["ppo-entropy", "ppo-zeal"],
            ReportPage
                .Of(Facts([new("ppo", 1, "zeal", 1), new("ppo", 1, "entropy", 1)]), Nothing)
                .Figures.Select(figure => figure.Id)
        );

    [Fact]
    public void Text_is_escaped() =>
        Assert.DoesNotContain(
            "<script>alert",
            ReportPage.Of(Facts([]) with { Configuration = "<script>alert(1)</script>" }, Nothing).Html,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_environment_without_a_sketch_shows_what_was_seen()
    {
        var entry = EnvironmentCatalog.Shipped.Find("Pendulum-v1").Match(found => found, _ => null!);
        var controller = entry.Controller.Match(policy => policy, _ => null!);
        var rollout = Rollout.Record("expert", entry.Module, controller, seed: 7, episode: 0, entry.StepSeconds);
        var page = ReportPage.Of(Facts([]), new([rollout, rollout], Sketch: null, "Two."));
        Assert.Equal(
            ["rollout-component-0", "rollout-component-1", "rollout-component-2"],
            page.Figures.Select(figure => figure.Id)
        );
    }

    private static RunFacts Facts(ImmutableArray<MetricRow> rows) =>
        new()
        {
            EnvironmentId = "CartPole-v1",
            Seed = 1,
            Configuration = "actoril {}",
            Metrics = rows,
        };
}
