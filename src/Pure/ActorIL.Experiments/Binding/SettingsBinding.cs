using ActorIL.Actors.Traces;

namespace ActorIL.Experiments.Binding;

/// <summary>The sections run, trace and checkpoint: how a run is carried out.</summary>
internal static class SettingsBinding
{
    private static readonly NumberRange ProgressInterval = NumberRange.Between(0.01, 86_400);

    /// <param name="reader">Over operational keys.</param>
    /// <param name="external">How the program of an environment is run.</param>
    public static RunSettings Read(KeyReader reader, ExternalSettings external) =>
        new(
            reader.Choice<HostKind>(
                "run.host",
                new("parallel", HostKind.Parallel),
                new("simulation", HostKind.Simulation)
            ),
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
        };
}
