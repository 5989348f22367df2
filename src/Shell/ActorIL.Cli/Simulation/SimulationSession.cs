using System.Globalization;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Experiments;
using ActorIL.Training.Simulation;

namespace ActorIL.Cli.Simulation;

/// <summary>One call of `actoril simulate`, from what was typed to the exit code.</summary>
internal static class SimulationSession
{
    private const int ShrinkAttemptsMax = 2_000;

    public static ExitCode Run(Terminal terminal, SimulationRequest request)
    {
        var layers = new ConfigurationLayers(
            request.File,
            request.Overrides,
            ConfigurationFiles.Read,
            terminal.Environment
        );
        return RunBinding
            .Bind(layers, terminal.Plugins, InputShelf.None)
            .Match(
                run => run.Plan.Environment.Outside is null ? Run(terminal, request, run) : terminal.Fail(Outside(run)),
                errors => terminal.Fail(errors)
            );
    }

    private static Error Outside(BoundRun run) =>
        new(
            "environment.name",
            $"{run.Plan.Environment.Id}, which runs in another process",
            "an environment of this one: a simulation runs thousands of times",
            "Simulate the experiment with an environment that `actoril env list` shows."
        );

    private static ExitCode Run(Terminal terminal, SimulationRequest request, BoundRun run)
    {
        var progress = new SimulationProgress(
            request.IsJson ? terminal.Error : terminal.Out,
            terminal.Clock,
            TimeSpan.FromSeconds(run.Settings.ProgressIntervalSeconds)
        );
        progress.Say($"{run.Plan.Environment.Id}, seed {run.Plan.Seed}: the run without faults");
        return RunSimulation
            .Of(run.Plan)
            .Match(
                simulation => SimulationView.Write(terminal, Simulate(request, simulation, terminal.Clock, progress)),
                error => terminal.Fail(error)
            );
    }

    private static SimulationSummary Simulate(
        SimulationRequest request,
        RunSimulation simulation,
        TimeProvider clock,
        SimulationProgress progress
    )
    {
        if (request.Faults.Results && !simulation.Baseline.HasOperations)
        {
            progress.Say("this experiment performs nothing external, so no result can be late or come twice");
        }

        var (key, startedAt) = (RngKey.Root(request.Seed), clock.GetTimestamp());
        var results = request.Replay is { } scenario
            ? [simulation.Run(scenario)]
            : SimulationBatch.Run(
                request.SimulationCount,
                index => simulation.Run(simulation.Draw(key, index, request.Faults)),
                count => progress.Ended(count, request.SimulationCount)
            );
        var wallTime = clock.GetElapsedTime(startedAt);
        var last = results[^1];
        if (!last.Holds && request.Replay is null)
        {
            progress.Say(
                string.Create(CultureInfo.InvariantCulture, $"simulation {results.Count - 1} failed; making it smaller")
            );
            last = simulation.Shrink(last, ShrinkAttemptsMax);
        }

        return new(request, simulation.Baseline, [.. results], last.Holds ? null : last, wallTime);
    }
}
