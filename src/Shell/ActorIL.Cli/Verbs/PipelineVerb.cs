using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Stages;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril pipeline`: expert, demonstrations, clone and evaluation in one run.</summary>
internal static class PipelineVerb
{
    private const string PipelineNotes = """
        One run with the artefacts of every stage: checkpoints/expert.safetensors, demonstrations/expert.npz,
        checkpoints/bc-full-N.safetensors and the evaluation of each policy in summary.json.


        """;

    public static Command Create(Terminal terminal)
    {
        var flags = new StageFlags(
            SettingTable.Pipeline,
            "The run directory, or a file .safetensors for the clone alone. Default: a new folder under runs/."
        );
        var verb = flags.AddTo(
            new Verb("pipeline", "Trains an expert, has it demonstrate, clones it, and evaluates both.")
            {
                Notes = PipelineNotes + StageFlags.Notes,
                Examples =
                [
                    "pipeline hocon/pendulum.conf --num-demo-episodes 50 --bc-epochs 100",
                    "pipeline --env-id CartPole-v1 --ppo-timesteps 100000 --save-path runs/pipeline --json",
                ],
                Plugins = PluginUse.Given,
            }
        );
        verb.SetAction(parsed => (int)StageSession.Run(terminal, flags.Read(parsed, "pipeline", StagePlans.Pipeline)));
        return verb;
    }
}
