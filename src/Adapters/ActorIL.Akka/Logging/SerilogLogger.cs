using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using LogEvent = Akka.Event.LogEvent;

namespace ActorIL.Akka.Logging;

/// <summary>
/// Hands what Akka logs to Serilog, with the actor's path and what the line itself names: `akka.loggers` lists it.
/// Where the program has set no logger of Serilog's, lines go to standard error.
/// </summary>
public sealed class SerilogLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {ActorPath:l} {Message:lj}{NewLine}{Exception}";
    private readonly Logger? _own;
    private readonly global::Serilog.ILogger _logger;

    /// <summary>Logs to what <see cref="Log.Logger"/> is now.</summary>
    public SerilogLogger()
    {
        var given = Log.Logger;
        _own = ReferenceEquals(given, Logger.None) || given.GetType().Name == "SilentLogger" ? Console() : null;
        _logger = _own ?? given;
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        if (message is InitializeLogger)
        {
            Sender.Tell(new LoggerInitialized());
        }
        else if (message is LogEvent entry)
        {
            Write(entry);
        }
    }

    /// <inheritdoc/>
    protected override void PostStop() => _own?.Dispose();

    private void Write(LogEvent entry)
    {
        var logger = _logger.ForContext("ActorPath", PathOf(entry.LogSource));
        var level = LevelOf(entry.LogLevel());
        if (entry.Message is LogMessage { Format: { } format } parts)
        {
#pragma warning disable CA2254 // The template is the one that whoever logs has written.
            logger.Write(level, entry.Cause, format, [.. parts.Parameters()]);
#pragma warning restore CA2254
        }
        else
        {
            logger.Write(level, entry.Cause, "{Text:l}", entry.Message?.ToString());
        }
    }

    /// <summary>As in `/user/run/learner`, of `[akka://actoril/user/run/learner#1234]`.</summary>
    internal static string PathOf(string source)
    {
        var start = source.IndexOf("/user/", StringComparison.Ordinal);
        var path = start < 0 ? source : source[start..];
        var end = path.IndexOfAny(['#', ']']);
        return end < 0 ? path : path[..end];
    }

    private static LogEventLevel LevelOf(LogLevel level) =>
        level switch
        {
            LogLevel.DebugLevel => LogEventLevel.Debug,
            LogLevel.InfoLevel => LogEventLevel.Information,
            LogLevel.WarningLevel => LogEventLevel.Warning,
            LogLevel.ErrorLevel => LogEventLevel.Error,
        };

    private static Logger Console() =>
        new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Console(
                outputTemplate: Template,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose
            )
            .CreateLogger();
}
