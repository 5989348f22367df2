using ActorIL.Actors.Hosts;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Runs;
using ActorIL.Training.Experts;

namespace ActorIL.Cli.Tests.Datasets;

public sealed class DemonstrationKeeperTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_goes_on_between_the_expert_and_its_demonstrations_leaves_the_same_files()
    {
        var run = Bind();
        var whole = Carry(run, "whole", RunOrigin.Start, _ => false);
        var watch = new ExpertWatch();
        var broken = Start(run, RunOrigin.Start, watch);
        broken.Host.Run(_ => watch.IsTold);
        var snapshot = broken.Host.Capture().Require();
        var resumed = Carry(run, "resumed", new RunOrigin(snapshot, Fork: null), _ => false);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(resumed));
        Assert.Equal(File.ReadAllText(DatasetFile.SidecarOf(whole)), File.ReadAllText(DatasetFile.SidecarOf(resumed)));
        Assert.True(DatasetFile.Load(resumed).Require().Content.Features.Means);
    }

    [Fact]
    public void What_the_disk_refuses_is_told()
    {
        var run = Bind();
        _folder.Write("demonstrations", "a file in the way");
        var keeper = new DemonstrationKeeper(run, new RunPaths(_folder.Folder));
        Start(run, RunOrigin.Start, keeper).Host.Run(_ => keeper.Problem is not null);
        Assert.NotNull(keeper.Problem);
    }

    private string Carry(BoundRun run, string name, RunOrigin origin, Func<RunProgress, bool> stop)
    {
        var paths = new RunPaths(_folder.Combine(name));
        var keeper = new DemonstrationKeeper(run, paths);
        var host = Start(run, origin, keeper);
        keeper.Recall(host.Host);
        host.Host.Run(stop);
        Assert.Null(keeper.Problem);
        return DemonstrationKeeper.PathOf(paths);
    }

    private static RunHost Start(BoundRun run, RunOrigin origin, IRunObserver observer) =>
        RunHost.Start(run, origin, kernel => kernel with { Observers = [observer] }).Require();

    private BoundRun Bind() =>
        RunConfiguration
            .Bind(
                new(
                    _folder.Write("a.conf", RecordedDatasets.Pendulum + "actoril.run.host = simulation\n"),
                    [],
                    ConfigurationFiles.Read,
                    _ => null
                ),
                ProgramCatalog.Shipped()
            )
            .Require();

    private sealed class ExpertWatch : IRunObserver
    {
        public bool IsTold { get; private set; }

        public void AfterRound(in RoundReport report)
        {
            foreach (ref readonly var delivery in report.Deliveries)
            {
                IsTold |= delivery.Message is ExpertMessage;
            }
        }
    }
}
