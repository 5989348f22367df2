using System.CommandLine;
using ActorIL.Actors.Exploration;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Simulation;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril simulate FILE`: the same run under other schedules and with faults.</summary>
internal static class SimulateVerb
{
    private const int SimulationCountDefault = 100;
    private const int SimulationCountMax = 10_000_000;
    private const ulong SeedDefault = 1;
    private static readonly FaultSelection Usual = new(Crashes: true, Failures: true, Results: false);

    private const string Description = "Runs an experiment in many orders and with faults, and checks what must hold.";

    private const string Notes = """
        Orders: that of the keys, random ones, and random priorities with up to four changes. Causes stay before their
        effects, what one actor sends another stays in order, and so do ticks.

        Faults: crashes of any actor at any delivery, which no digest shows; failures of behaviours; results from
        outside that are late or come twice. A failing block is asked again by its collector and changes no result;
        the failure of any other actor ends the run with an error that names it, or one whom it left without an answer.

        Invariants: digest (order of the keys, crashes alone), result_digest (every run that completes), nothing_lost,
        no_deadlock, bounded_mailboxes, liveness (at most twice the rounds of the plain run, and 32 a fault),
        named_failure. Exit code 0 if all held, 4 if a digest differs, 1 if another invariant broke. The failing
        simulation is made smaller and printed with the command that repeats it.

        JSON:
          simulations, held, orders { keys, random, priority, given }, crashes, failures, ended_by_failure,
          performs_externally, rounds_max, rounds_plain, rounds_one_by_one, mailbox_max, mailbox_bound, digest,
          result_digest, seed, wall_seconds
          broken: null or { index, invariants[] { invariant, text }, choices, departures, faults, scenario, command }

        """;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The experiment, a HOCON file." };
        file.RefuseFlags();
        var schedules = Flags.Count("--schedules", "How many simulations. Default: 100.", 1, SimulationCountMax);
        var seed = Flags.Seed("Of the exploration, not of the run. Default: 1.");
        var (faults, replay) = (SimulationFlags.Faults(), SimulationFlags.Replay());
        var (set, json) = (Flags.Set(), Flags.Json());
        var verb = new Verb("simulate", Description)
        {
            Notes = Notes,
            Examples =
            [
                "simulate hocon/cartpole.conf --set ppo.steps=1024 --schedules 1000",
                "simulate small.conf --schedules 10000 --faults crashes --seed 7 --json",
                "simulate small.conf --replay 'order=given:12:1 faults=crash:3:/run/learner'",
            ],
            Arguments = { file },
            Options = { schedules, faults, seed, set, replay, json },
            Plugins = PluginUse.Given,
        };
        verb.SetAction(parsed =>
            (int)
                SimulationSession.Run(
                    terminal,
                    new SimulationRequest(
                        parsed.GetRequiredValue(file),
                        [.. parsed.GetValue(set) ?? []],
                        parsed.GetValue(seed) ?? SeedDefault,
                        parsed.GetValue(schedules) ?? SimulationCountDefault,
                        parsed.GetValue(faults) ?? Usual,
                        parsed.GetValue(replay),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
