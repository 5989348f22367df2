using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Stages;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril bc`: behaviour cloning from a data set.</summary>
internal static class BcVerb
{
    private const string BcNotes = """
        With --epochs N, N passes over the data are taken; the log says how many gradient steps that are. A data set
        without a sidecar, such as arrays of NumPy, needs --env-id, and a warning says what is not known of it.


        """;

    public static Command Create(Terminal terminal)
    {
        var flags = new StageFlags(
            SettingTable.Cloning,
            "The run directory, or a file .safetensors for the checkpoint alone. Default: a new folder under runs/."
        );
        var demonstrations = new Option<string>("--demo-path")
        {
            Description = "The data set, a file .npz.",
            HelpName = "FILE",
            Required = true,
        };
        var verb = new Verb("bc", "Trains a student on a data set by behaviour cloning.")
        {
            Notes = BcNotes + StageFlags.Notes,
            Examples =
            [
                "bc --demo-path demos.npz --epochs 100 --hidden-dims 256 256 --save-path bc.safetensors",
                "bc --demo-path arrays.npz --env-id Pendulum-v1 --lr 1e-3 --batch-size 64",
            ],
            Options = { demonstrations },
            Plugins = PluginUse.Given,
        };
        flags.AddTo(verb);
        verb.SetAction(parsed =>
            (int)
                GivenDataset
                    .Of(
                        parsed.GetRequiredValue(demonstrations),
                        flags.IsEnvironmentOpen(parsed),
                        terminal.Catalog.Environments
                    )
                    .Match(
                        given => StageSession.Run(terminal, flags.Read(parsed, "bc", [.. StagePlans.Bc, .. given])),
                        error => terminal.Fail(error)
                    )
        );
        return verb;
    }
}
