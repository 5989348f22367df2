namespace ActorIL.Experiments.Binding;

/// <summary>The section run: how a run is carried out.</summary>
internal static class SettingsBinding
{
    private static readonly NumberRange ProgressInterval = NumberRange.Between(0.01, 86_400);

    public static RunSettings Read(KeyReader reader) =>
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
            reader.Number("run.progress-interval-seconds", ProgressInterval)
        );
}
