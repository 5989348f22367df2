using ActorIL.Actors.Hosts;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Runs;

/// <summary>What becomes of a run in which somebody changed the processor's arithmetic.</summary>
internal static class ChangedArithmetic
{
    /// <summary>Runs a host; where its arithmetic changes, the run has an end that says so.</summary>
    public static RunOutcome Watch(BoundRun run, Func<RunOutcome> work)
    {
        try
        {
            return work();
        }
        catch (FloatingPointStateException failure)
        {
            return new RunOutcome.Faulted(Of(run, failure));
        }
    }

    private static Error Of(BoundRun run, FloatingPointStateException failure)
    {
        var plugins = PluginBlame.Computing(run);
        return new(
            "this run",
            $"a step that changed the processor's arithmetic: {failure.Error?.Where}, {failure.Error?.Found}",
            "steps that leave the floating-point state as it is",
            plugins.Length > 0
                ? $"Plug-in {plugins} may have done it, or a library it calls; a checkpoint may be of after that."
                : "Start the program without tools that change the processor's arithmetic."
        );
    }
}
