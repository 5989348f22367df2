using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril run FILE`: trains expert and students as a configuration says.</summary>
internal static class RunVerb
{
    private const string Description =
        "Runs an experiment: trains the expert, clones it, DAggers it and evaluates every policy.";

    private const string Notes = """
        JSON (also summary.json in the run directory):
          digest, result_digest, weights_digest    hexadecimal; equal runs have equal digests
          seed, workers, host, completed, run_directory, wall_seconds
          environment_steps, training_steps_per_second (PPO training alone), peak_memory_bytes
          plugins[] (name, version, contract, sha256, path, computes, ambient_calls), where some were loaded
          stages[]: name, algorithm ("ppo", "scripted", "bc", "dagger", that of a student, "constant-reward"),
                    labels, expert_queries, environment_steps,
                    cost_labels, expert_steps (states in which candidate actions were tried, and the
                    steps the expert drove for it; in no other count),
                    demonstration_episodes, selected ("final" | "validation"),
                    evaluation { n, mean, std, minimum, ci_low, ci_high,
                    success and failure { count, rate, ci_low, ci_high } where episodes are judged,
                    recovery { n, wide_starts, pushes } with evaluation.perturbed-episodes,
                    latching { n, repeats, expert_repeats, mean_run_steps, latched } with
                    evaluation.latching-episodes; wide_starts, pushes and latched are rates as failure is },
                    difference { reference, n, mean, ci_low, ci_high } with evaluation.reference,
                    control { stage, mean_difference, ci_low, ci_high, margin, can_judge } of GAIL's students,
                    error_growth { slope, ci_low, ci_high, horizons[] { steps, excess_cost, ci_low, ci_high,
                    erred { count, rate, ci_low, ci_high } } } of students, where evaluation.horizons are set

        Ctrl-C and SIGTERM finish the round and write what was reached; a second Ctrl-C exits at once.

        """;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The experiment, a HOCON file." };
        file.RefuseFlags();
        var seed = Flags.Seed("The run's seed; the same as --set seed=N.");
        var (workers, host, set, json) = (Flags.Workers(), Flags.Host(), Flags.Set(), Flags.Json());
        var variant = new Option<string?>("--variant")
        {
            HelpName = "NAME",
            Description = "One of the file's variants instead of the file as it is.",
        };
        var output = Flags.Out("The run directory, new or empty. Default: a new folder under runs/.");
        var verb = new Verb("run", Description)
        {
            Notes = Notes,
            Examples =
            [
                "run hocon/cartpole.conf",
                "run hocon/cartpole.conf --seed 2 --workers 4 --out runs/second",
                "run hocon/pendulum.conf --set ppo.steps=40960 --json",
            ],
            Arguments = { file },
            Options = { seed, variant, workers, host, set, output, json },
            Plugins = PluginUse.Given,
        };
        verb.SetAction(parsed =>
            (int)
                RunSession.Run(
                    terminal,
                    new RunRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(seed),
                        parsed.GetValue(workers),
                        parsed.GetValue(host),
                        [.. parsed.GetValue(set) ?? []],
                        parsed.GetValue(output),
                        parsed.GetValue(json)
                    )
                    {
                        Variant = parsed.GetValue(variant),
                    }
                )
        );
        return verb;
    }
}
