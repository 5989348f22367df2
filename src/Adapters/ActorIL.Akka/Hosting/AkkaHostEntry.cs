using ActorIL.Actors.Hosts;
using ActorIL.Akka.Arrivals;
using ActorIL.Akka.Ordered;
using ActorIL.Core.Prelude;

namespace ActorIL.Akka.Hosting;

/// <summary>The host `akka`.</summary>
public static class AkkaHostEntry
{
    /// <summary>Its name, and that of its section in a configuration.</summary>
    public const string Name = "akka";

    /// <summary>How it is started.</summary>
    public static HostEntry Entry { get; } =
        new(Name, "Akka.NET: one Akka actor an actor.", Start) { IsArrival = AkkaConfiguration.SaysArrival };

    private static Result<IActorHost, Error> Start(HostStart start) =>
        ActorSystems
            .Start(start)
            .Then(begun =>
                begun.Configuration.IsArrival
                    ? ArrivalHost.Start(start, begun.System, begun.Configuration.Tick)
                    : OrderedHost.Start(start, begun.System)
            );
}
