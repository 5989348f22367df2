using ActorIL.Actors.Traces;
using ActorIL.Plugins;

namespace ActorIL.Experiments.Binding;

/// <summary>The sections run, trace and checkpoint: how a run is carried out.</summary>
internal static class SettingsBinding
{
    private const string Host = "run.host";

    private static readonly NumberRange ProgressInterval = NumberRange.Between(0.01, 86_400);
    private static readonly NumberRange WatchdogLimit = NumberRange.Between(0, 86_400);

    /// <param name="reader">Over operational keys.</param>
    /// <param name="catalog">Which hosts there are.</param>
    /// <param name="external">How the program of an environment is run.</param>
    public static RunSettings Read(KeyReader reader, Catalog catalog, ExternalSettings external) =>
        new(
            ReadHost(reader, catalog),
            reader.AutoOrInteger("run.workers", 1, Bounds.WorkerCountMax),
            reader.Text("run.out"),
            reader.Choice<RunLogLevel>(
                "run.log-level",
                new("debug", RunLogLevel.Debug),
                new("information", RunLogLevel.Information),
                new("warning", RunLogLevel.Warning),
                new("error", RunLogLevel.Error)
            ),
            reader.Number("run.progress-interval-seconds", ProgressInterval),
            reader.Choice<TraceLevel>(
                "trace.level",
                new("seed", TraceLevel.Seed),
                new("keys", TraceLevel.Keys),
                new("actions", TraceLevel.Actions),
                new("full", TraceLevel.Full),
                new("off", TraceLevel.Off)
            ),
            reader.Integer("checkpoint.interval-updates", 0, Bounds.UpdateCountMax)
        )
        {
            External = external,
            WatchdogSeconds = reader.Number("watchdog-seconds", WatchdogLimit),
        };

    private static string ReadHost(KeyReader reader, Catalog catalog)
    {
        var name = reader.Text(Host);
        return !reader.IsSound(Host)
            ? name
            : catalog
                .Host(name)
                .Match(
                    found => found.Name,
                    error =>
                    {
                        reader.Reject(Host, error.Found, error.Wanted, error.Remedy);
                        return name;
                    }
                );
    }
}
