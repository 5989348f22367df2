using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Hosts;
using Akka.Configuration;

namespace ActorIL.Akka.Hosting;

/// <summary>What a run's `akka { }` section and this adapter say together.</summary>
/// <param name="Config">For the actor system; Akka merges its own reference in.</param>
public sealed record AkkaConfiguration(Config Config)
{
    /// <summary>The dispatcher that runs the actors' steps.</summary>
    public const string DispatcherId = "akka.actoril.dispatcher";

    private const string ClassKey = "akka.actoril.class";
    private const string TickKey = "akka.actoril.tick";
    private const string Prefix = "akka.";

    /// <summary>Whether messages are taken up as they arrive, and not in the order of their keys.</summary>
    public bool IsArrival => Config.GetString(ClassKey) == "arrival";

    /// <summary>What stands there where it is neither ordered nor arrival; null where it is one of them.</summary>
    public string? UnknownClass =>
        Config.GetString(ClassKey) is "ordered" or "arrival" ? null : Config.GetString(ClassKey);

    /// <summary>How long a tick is for whoever waits in a run in order of arrival.</summary>
    public TimeSpan Tick => Config.GetTimeSpan(TickKey);

    /// <summary>The lines of a run's configuration that are Akka's, over the adapter's defaults.</summary>
    /// <exception cref="Exception">Akka's reader cannot read them: it throws whatever it happens upon.</exception>
    public static AkkaConfiguration Of(HostStart start) =>
        new(
            ConfigurationFactory
                .ParseString(string.Join('\n', OwnLines(start.ConfigurationText)))
                .WithFallback(Defaults(start.WorkerCount))
        );

    /// <summary>Whether flat text asks for the class arrival; errors are told of when a host is started.</summary>
    internal static bool SaysArrival(string text)
    {
        var line = OwnLines(text).LastOrDefault(static line => line.StartsWith(ClassKey, StringComparison.Ordinal));
        return line is not null && line[ClassKey.Length..].Trim(' ', '=', ':', '"', '\r') == "arrival";
    }

    /// <summary>Lines of flat text whose keys are Akka's.</summary>
    internal static ImmutableArray<string> OwnLines(string text) =>
        [.. text.Split('\n').Where(static line => line.StartsWith(Prefix, StringComparison.Ordinal))];

    // As many threads as workers, of their own: a step takes long, and the pool is for what Akka itself has to do.
    private static Config Defaults(int workerCount) =>
        ConfigurationFactory.ParseString(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                akka {
                  loggers = ["ActorIL.Akka.Logging.SerilogLogger, ActorIL.Akka"]
                  loglevel = WARNING
                  stdout-loglevel = OFF
                  log-dead-letters = off
                  log-dead-letters-during-shutdown = off
                  coordinated-shutdown.run-by-clr-shutdown-hook = off
                  actor.guardian-supervisor-strategy = "Akka.Actor.StoppingSupervisorStrategy"
                  actoril.class = ordered
                  actoril.tick = 1ms
                  actoril.dispatcher {
                    type = Dispatcher
                    executor = fork-join-executor
                    fork-join-executor { parallelism-min = {{workerCount}}, parallelism-max = {{workerCount}} }
                    throughput = 1
                  }
                }
                """
            )
        );
}
