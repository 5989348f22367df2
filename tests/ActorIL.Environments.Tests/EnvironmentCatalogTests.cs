using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Checks;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests;

public sealed class EnvironmentCatalogTests
{
    private const string Unknown =
        "Choose one of them, or state the plug-in that has it: --plugin FILE.dll, or `plugins` in a file.";

    public static TheoryData<string> Ids => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_entry_resets_steps_snapshots_conforms_and_runs_its_controller(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var environments = VectorEnvironment.Start(entry.Module, count: 2, RngKey.Root(1));
        Batch.Step(environments, Batch.SampleActions(environments, RngKey.Root(2)));
        var resumed = VectorEnvironment.Resume(entry.Module, environments.Snapshot());
        Assert.Equal(Batch.Observe(environments), Batch.Observe(resumed));
        Assert.True(Conformance.Check(entry.Module, new ConformancePlan { EpisodeCount = 2 }).Passed);
        var results = EpisodeRunner.Run(entry.Module, entry.Controller.Require(), new(0, 1), RngKey.Root(3));
        Assert.True(results.StepCountTotal > 0);
        Assert.NotEqual("", entry.Module.Summary);
    }

    [Theory]
    [InlineData("CartPole-v0", "Did you mean 'CartPole-v1'?")]
    [InlineData("cartpole-v1", "Did you mean 'CartPole-v1'?")]
    [InlineData("cart-pole", "Did you mean 'CartPole-v1'?")]
    [InlineData("Pendlum-v1", "Did you mean 'Pendulum-v1'?")]
    [InlineData("CliffRacetrackLoop", "Did you mean 'CliffRacetrackLoop-v1'?")]
    [InlineData("lanechain", "Did you mean 'LaneChain-v0'?")]
    [InlineData("Humanoid-v5", Unknown)]
    [InlineData("", Unknown)]
    public void An_unknown_name_is_an_error_that_names_the_nearest(string id, string remedy) =>
        Assert.Equal(
            $"environment: found '{id}'; wanted {string.Join(" or ", Ids.Select(row => row.Data))}. {remedy}",
            EnvironmentCatalog.Shipped.Find(id).Match(_ => "found", error => error.ToString())
        );

    [Fact]
    public void The_shipped_environments_are_these() =>
        Assert.Equal(
            [
                "CartPole-v1",
                "Pendulum-v1",
                "CliffRacetrack-v0",
                "CliffRacetrack-v1",
                "CliffRacetrackLoop-v1",
                "LaneChain-v0",
            ],
            EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)
        );

    [Fact]
    public void Entries_made_twice_are_equal() =>
        Assert.Equal(EnvironmentCatalog.Shipped.Entries.AsEnumerable(), EnvironmentCatalog.Shipped.Entries);

    [Fact]
    public void A_program_adds_its_own_environments()
    {
        var module = EnvironmentCatalog.Shipped.Entries[0].Module with { Id = "Mine-v0" };
        var catalog = EnvironmentCatalog.Shipped.Add(new EnvironmentEntry(module)).Require();
        var mine = catalog.Find("Mine-v0").Require();
        Assert.Same(module, mine.Module);
        Assert.Equal(
            "Mine-v0: found no scripted controller; wanted one in its catalog entry. Train the expert instead.",
            mine.Controller.Match(_ => "found", error => error.ToString())
        );
        Assert.Equal("scripted-cart-pole", mine.WithController(new CartPoleController()).Controller.Require().Name);
        Assert.Equal(
            "environment: found 'Mine-v0' twice; wanted a name of its own. Rename it, or raise its version.",
            catalog.Add(mine).Match(_ => "added", error => error.ToString())
        );
    }
}
