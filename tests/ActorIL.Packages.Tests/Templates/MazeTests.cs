using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Checks;
using ActorIL.Environments.Stepping;
using ActorIL.Plugins;
using Maze;

namespace ActorIL.Packages.Tests.Templates;

/// <summary>The template's environment, compiled as it is.</summary>
public class MazeTests
{
    [Fact]
    public void The_maze_passes_the_conformance_kit()
    {
        var entry = Assert.Single(new MazePlugin().Entries.Environments);
        var report = Conformance.Check(entry.Module);
        Assert.True(report.Passed, string.Join('\n', report.Checks));
    }

    [Fact]
    public void The_plug_in_fits_the_catalog_beside_what_is_shipped()
    {
        var plugin = new MazePlugin();
        var identity = PluginIdentity.Of(plugin, PluginContract.Version, fileHash: "").Require();
        var catalog = Catalog.Of([new ShippedPlugin()]).Then(shipped => shipped.Add(plugin, identity)).Require();
        Assert.Equal("Maze-v0", catalog.Environments.Find("Maze-v0").Require().Id);
    }
}
