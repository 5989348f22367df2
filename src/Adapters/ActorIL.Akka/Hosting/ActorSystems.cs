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
    public static Result<BegunSystem, Error> Start(HostStart start)
    {
        try
        {
            var configuration = AkkaConfiguration.Of(start);
            if (configuration.UnknownClass is { } unknown)
            {
                return Unreadable($"akka.actoril.class = {unknown}; it is ordered or arrival");
            }

#pragma warning disable CA2000 // The host that is made of it ends it.
            var system = ActorSystem.Create(SystemName, configuration.Config);
#pragma warning restore CA2000
            return Result.Success<BegunSystem, Error>(new(system, configuration));
        }
        catch (AkkaException failure)
        {
            return Unreadable(failure.Message);
        }
        catch (FormatException failure)
        {
            return Unreadable(failure.Message);
        }
        catch (ArgumentException failure)
        {
            return Unreadable(failure.Message);
        }
    }

    private static Result<BegunSystem, Error> Unreadable(string found) =>
        Result.Failure<BegunSystem, Error>(
            new(
                "akka { }",
                found,
                "settings that Akka.NET reads",
                "Write them as Akka.NET's documentation has them; substitutions are resolved before."
            )
        );

    /// <summary>Stops every actor of a system and waits until they have.</summary>
    public static void End(ActorSystem system)
    {
        _ = system.Terminate();
        system.WhenTerminated.Wait(Patience);
    }
}
