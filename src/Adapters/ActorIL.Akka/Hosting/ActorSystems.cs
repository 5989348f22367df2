using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using Akka.Actor;

namespace ActorIL.Akka.Hosting;

/// <summary>Begins and ends actor systems.</summary>
internal static class ActorSystems
{
    private const string SystemName = "actoril";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A system for a run, or what is wrong with its configuration.</summary>
    public static Result<ActorSystem, Error> Start(HostStart start)
    {
        try
        {
#pragma warning disable CA2000 // The host that is made of it ends it.
            return Result.Success<ActorSystem, Error>(
                ActorSystem.Create(SystemName, AkkaConfiguration.Of(start).Config)
            );
#pragma warning restore CA2000
        }
#pragma warning disable CA1031 // Akka throws whatever it happens upon; to the user all of it is one thing.
        catch (Exception failure)
        {
            return Result.Failure<ActorSystem, Error>(
                new(
                    "akka { }",
                    failure.Message,
                    "settings that Akka.NET reads",
                    "Write them as Akka.NET's documentation has them; substitutions are resolved before."
                )
            );
        }
#pragma warning restore CA1031
    }

    /// <summary>Stops every actor of a system and waits until they have.</summary>
    public static void End(ActorSystem system)
    {
        _ = system.Terminate();
        system.WhenTerminated.Wait(Patience);
    }
}
