using ActorIL.Environments.Checks;
using ActorIL.Loading;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>Claims about the file that an environment comes from.</summary>
internal static class PluginClaims
{
    private const int ShownCountMax = 5;

    /// <summary>That its code uses nothing that makes runs differ.</summary>
    public static ConformanceCheck NoAmbientCalls(LoadedPlugin plugin) =>
        new(
            "no-ambient-calls",
            "Its code uses no clock, random numbers, threads, files or hash codes, and no inexact functions.",
            plugin.AmbientCalls.Count == 0
                ? new ConformanceOutcome.Passed()
                : new ConformanceOutcome.Failed(
                    new ConformanceEvidence(
                        0,
                        StepIndex: -1,
                        $"none, such as {plugin.AmbientCalls[0].Wanted}",
                        string.Join(", ", plugin.AmbientCalls.Take(ShownCountMax))
                    )
                    {
                        Place = Path.GetFileName(plugin.Path.Full),
                    }
                )
        );
}
