using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Stages;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril collect`: has a saved policy demonstrate.</summary>
internal static class CollectVerb
{
    private const string CheckpointName = "--checkpoint";

    private const string CollectNotes = """
        The policy is scored too; --set evaluation.episodes=N says how long. `actoril dataset check` holds against the
        environment what is collected: it is simulated again.


        """;

    public static Command Create(Terminal terminal)
    {
        var flags = new StageFlags(
            SettingTable.Collecting,
            "The data set, a file .npz, or the run directory. Default: a new folder under runs/."
        );
        var checkpoint = new Option<string>(CheckpointName)
        {
            Description = "The policy: a checkpoint, or a run directory.",
            HelpName = "PATH",
            Required = true,
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "Which policy of a run directory. Default: its expert, or its only one.",
            HelpName = "NAME",
        };
        var verb = new Verb("collect", "Records episodes of a saved policy as a data set.")
        {
            Notes = CollectNotes + StageFlags.Notes,
            Examples =
            [
                "collect --checkpoint runs/expert --num-episodes 50 --save-path demos.npz",
                "collect --checkpoint expert.safetensors --stochastic --seed 7 --save-path noisy.npz",
            ],
            Options = { checkpoint, policy },
            Plugins = PluginUse.Given,
        };
        flags.AddTo(verb);
        verb.SetAction(parsed =>
            (int)
                SavedPolicies
                    .AsExpert(
                        parsed.GetRequiredValue(checkpoint),
                        parsed.GetValue(policy),
                        CheckpointName,
                        flags.IsEnvironmentOpen(parsed)
                    )
                    .Match(
                        expert =>
                            StageSession.Run(
                                terminal,
                                flags.Read(parsed, "collect", [.. StagePlans.Collect, .. expert]) with
                                {
                                    IsCollecting = true,
                                }
                            ),
                        error => terminal.Fail(error)
                    )
        );
        return verb;
    }
}
