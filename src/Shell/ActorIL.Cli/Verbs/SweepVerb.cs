using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Sweeps;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril sweep FILE`: the same experiment under several seeds.</summary>
internal static class SweepVerb
{
    private const string Notes = """
        Each seed is a run with a directory of its own below the folder; where the file has variants, each seed of each
        variant, and the stages are called by both, such as "gentle: expert". A sweep that was broken off goes on when
        it is typed again with the same folder: seeds that are finished are left as they are. The folder gets a page of
        its own, report.html, with its figures, the table as sweep.csv and the JSON as sweep.json.

        JSON:
          seeds[], folder
          stages[]: name, algorithm, selected, seeds, labels, n, mean, least, greatest, cost_labels, expert_steps
                    (counts and mean are means over seeds, least and greatest the mean returns of one seed);
                    difference { reference, mean, ci_low, ci_high } over seeds, with evaluation.reference;
                    failure { count, rate, ci_low, ci_high } of all seeds together, where episodes are judged;
                    recovery { n, wide_starts, pushes } and latched, rates too, where they were measured;
                    judged_seeds, in which the task can judge, where a student has a control
          error_growth[]: name, seeds, n, slope and erred_slope { value, ci_low, ci_high }, erred_at_most,
                    horizons[] { steps, excess_cost, ci_low, ci_high }, where evaluation.horizons are set
          labels_to[]: environment, metric, target, students[] { name, seeds, labels[] of seeds that reached
                    it, median (or null), labels_used (at most) }, where a target is given

        """;

    private const string SeedKey = "seed";

    private static readonly ImmutableArray<ulong> SeedsDefault = [1, 2, 3, 4, 5];

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The experiment, a HOCON file." };
        file.RefuseFlags();
        var seeds = SeedList.Option();
        var (workers, set, json) = (Flags.Workers(), Flags.Set(), Flags.Json());
        var output = Flags.Out("The folder of all runs. Default: a new one under runs/.");
        var targets = new TargetFlags();
        var verb = new Verb("sweep", "Runs an experiment under several seeds and says what they have in common.")
        {
            Notes = Notes,
            Examples =
            [
                "sweep hocon/teacher-student.conf",
                "sweep hocon/query-strategies.conf --target-failure 0.02",
                "sweep hocon/pendulum-ablation.conf --seeds 1-3",
                "sweep hocon/cartpole.conf --seeds 1-10 --out runs/ten --json",
            ],
            Arguments = { file },
            Options = { seeds, workers, set, targets.Return, targets.Failure, targets.Beside, output, json },
            Plugins = PluginUse.Given,
        };
        verb.Validators.Add(result => RefuseSeed(result, result.GetValue(set) ?? []));
        verb.SetAction(parsed =>
            (int)
                SweepSession.Run(
                    terminal,
                    new SweepRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(seeds) ?? SeedsDefault,
                        parsed.GetValue(workers),
                        [.. parsed.GetValue(set) ?? []],
                        parsed.GetValue(output),
                        targets.Of(parsed),
                        parsed.GetValue(targets.Beside),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }

    private static void RefuseSeed(CommandResult result, IEnumerable<string> settings)
    {
        foreach (var text in settings.Where(text => text.Split('=')[0].Trim() is SeedKey))
        {
            result.AddError(
                UsageErrors.Encode(
                    new Error(Flags.SetName, text, "a key that all seeds share", "Say which seeds with --seeds.")
                )
            );
        }
    }
}
