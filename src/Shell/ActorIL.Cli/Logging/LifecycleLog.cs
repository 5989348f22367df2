using System.Globalization;
using ActorIL.Actors.Hosts;
using Serilog.Core;
using Serilog.Events;

namespace ActorIL.Cli.Logging;

/// <summary>What happens to actors, in the log.</summary>
internal static class LifecycleLog
{
    public static void Write(Logger log, in RoundReport report)
    {
        foreach (ref readonly var happened in report.Events)
        {
            var level = LevelOf(happened.Kind);
            if (log.IsEnabled(level))
            {
                log.ForContext(RunLog.ActorProperty, report.PathOf(happened.Actor))
                    .ForContext(
                        RunLog.KeyProperty,
                        string.Create(CultureInfo.InvariantCulture, $"{happened.Tick}.{happened.Micro}")
                    )
                    .Write(level, "{Event}: {Text:l}", happened.Kind, happened.Detail);
            }
        }
    }

    private static LogEventLevel LevelOf(LifecycleKind kind) =>
        kind switch
        {
            LifecycleKind.Started or LifecycleKind.Stopped => LogEventLevel.Debug,
            LifecycleKind.DeadLetter or LifecycleKind.InjectedCrash or LifecycleKind.Arrived => LogEventLevel.Debug,
            LifecycleKind.Resumed or LifecycleKind.Restarted => LogEventLevel.Warning,
            LifecycleKind.Failed or LifecycleKind.Escalated or LifecycleKind.InjectedFailure => LogEventLevel.Warning,
        };
}
