using System.Globalization;
using ActorIL.Cli.Terminals;
using ActorIL.Experiments;
using ActorIL.Storage.Runs;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace ActorIL.Cli.Logging;

/// <summary>
/// The log of a run: for people on the error stream and in run.log, for tools in run.jsonl. Each event carries the run,
/// and where an actor wrote it, the actor's path and the key of the delivery it answered.
/// </summary>
internal static class RunLog
{
    public const string RunProperty = "Run";
    public const string ActorProperty = "Actor";
    public const string KeyProperty = "Key";

    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    private const string FileTemplate =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} [{Actor} {Key}] {Message:lj}{NewLine}{Exception}";

    /// <summary>Opens the files; a file that cannot be written is reported by the files of the run itself.</summary>
    /// <param name="terminal">Where people read along.</param>
    /// <param name="paths">Where the files go.</param>
    /// <param name="level">What is shown and kept.</param>
    /// <param name="line">Shows a line above the live progress; null where there is none.</param>
    public static OpenLog Open(Terminal terminal, RunPaths paths, RunLogLevel level, Action<string>? line)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(LevelOf(level))
            .Enrich.WithProperty(RunProperty, Path.GetFileName(paths.Folder))
            .WriteTo.File(paths.Log, outputTemplate: FileTemplate, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture), paths.JsonLog);
        return new(WithConsole(configuration, terminal, line).CreateLogger(), terminal.Error);
    }

    private static LoggerConfiguration WithConsole(
        LoggerConfiguration configuration, Terminal terminal, Action<string>? line)
    {
        if (line is null && terminal.IsProcess)
        {
            return configuration.WriteTo.Console(
                outputTemplate: ConsoleTemplate,
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LevelAlias.Minimum);
        }

        return configuration.WriteTo.Sink(new LineSink(ConsoleTemplate, line ?? terminal.Error.Write));
    }

    private static LogEventLevel LevelOf(RunLogLevel level) => level switch
    {
        RunLogLevel.Debug => LogEventLevel.Debug,
        RunLogLevel.Information => LogEventLevel.Information,
        RunLogLevel.Warning => LogEventLevel.Warning,
        RunLogLevel.Error => LogEventLevel.Error,
    };
}
