using ActorIL.Actors.Hosts;
using ActorIL.Akka.Hosting;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hocon;
using ActorIL.Plugins;
using ActorIL.Testing;
using ActorIL.Training;
using ActorIL.Training.Plans;

namespace ActorIL.Akka.Tests;

/// <summary>Runs of the shipped main job, made small.</summary>
internal static class Jobs
{
    private static readonly string[] Reduced =
    [
        "actoril.run.host=akka",
        "actoril.ppo.steps=4096",
        "actoril.evaluation.episodes=10",
        "actoril.bc.updates=20",
        "actoril.demonstration.counts=[1,2]",
        "actoril.dagger.label-counts=[20,60]",
        "actoril.dagger.updates-per-round=20",
        "actoril.ppo.validation.episodes=5",
    ];

    /// <summary>The main job at a reduced size.</summary>
    public static RunPlan Small { get; } = Plan("cartpole.conf", Reduced);

    /// <summary>The plan of a configuration of the repository.</summary>
    public static RunPlan Plan(string file, params string[] overrides)
    {
        var path = RepositoryRoot.Combine("hocon", file);
        return RunConfiguration
            .Bind(
                new ConfigurationLayers(
                    path,
                    [.. overrides.Select(static text => new ConfigurationOverride(text, "test"))],
                    static name => new IncludeOutcome.Found(File.ReadAllText(name)),
                    static _ => null
                ),
                Catalog.Of(new ShippedPlugin(), new AkkaPlugin()).Require()
            )
            .Match(static run => run.Plan, static errors => throw new InvalidOperationException(errors[0].ToString()));
    }

    /// <summary>What a host starts with.</summary>
    public static HostStart Start(RunPlan plan, string text = "", params IRunObserver[] observers) =>
        new(RunSystem.Root(plan), RunSystem.Settings(plan) with { Observers = [.. observers] }, WorkerCount: 2)
        {
            ConfigurationText = text,
        };

    /// <summary>The Akka host of a start.</summary>
    public static IActorHost Akka(HostStart start) => AkkaHostEntry.Entry.Start(start).Require();
}
