using ActorIL.Actors.Hosts;
using Akka.Actor;
using Akka.Event;

namespace ActorIL.Akka.Logging;

/// <summary>Logs what happens to actors, by path and place in the run; failures as warnings.</summary>
internal sealed class LifecycleLog(ILoggingAdapter log) : IRunObserver
{
    private readonly SortedDictionary<ulong, string> _paths = [];

    /// <summary>One that logs to what a system logs to.</summary>
    public static LifecycleLog Of(ActorSystem system) => new(global::Akka.Event.Logging.GetLogger(system, "actoril"));

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var happened in report.Events)
        {
            Write(in report, in happened);
        }
    }

    private void Write(in RoundReport report, in LifecycleEvent happened)
    {
        var actor = happened.Actor;
        if (happened.Kind == LifecycleKind.Started)
        {
            _paths[actor.Value] = happened.Detail;
        }

        var level = happened.Kind is LifecycleKind.Failed or LifecycleKind.Restarted or LifecycleKind.DeadLetter
            ? LogLevel.WarningLevel
            : LogLevel.DebugLevel;
        if (log.IsEnabled(level))
        {
            var path = _paths.TryGetValue(actor.Value, out var known) ? known : report.PathOf(actor);
            var key = FormattableString.Invariant($"{happened.Tick}.{happened.Micro} {actor}");
            object[] parts = [path, key, happened.Kind, happened.Detail];
            log.Log(level, "{Actor:l} {Key:l} {Kind} {Detail:l}", parts);
        }
    }
}
