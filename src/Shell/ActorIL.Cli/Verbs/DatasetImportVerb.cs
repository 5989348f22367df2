using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset import FILE --env-id NAME --out FILE`.</summary>
internal static class DatasetImportVerb
{
    private const int StepsMax = 1_000_000_000;

    private const string Notes = """
        Reads what numpy.savez and numpy.savez_compressed write: arrays 'observations' and 'actions', a row a step, and
        any of the others that `dataset --help` names; items <f4, <f8, <i4, <i8, <u8, |u1 or |b1, in C order. Python
        objects, big-endian numbers and Fortran order are refused; nothing in a file is executed. What such a file
        cannot say is listed as unknown, and stays so in the sidecar.

        JSON: path, steps, missing[]

        """;

    public static Verb Create(Terminal terminal)
    {
        var (file, json) = (DatasetVerb.File(), Flags.Json());
        var environment = new Option<string>("--env-id")
        {
            Description = "The environment the arrays come from, such as Pendulum-v1.",
            HelpName = "NAME",
            Required = true,
        };
        var target = DatasetVerb.Target(Flags.OutName, "A new data set, NAME.npz.");
        target.Required = true;
        var steps = Flags.Count("--episode-steps", "All episodes have N steps; the file does not say.", 1, StepsMax);
        var raw = new Option<bool>("--raw") { Description = "Observations are as the environment gives them." };
        var clip = new Option<bool>("--clip")
        {
            Description = "Clip actions to the space, and keep them as they were as means.",
        };
        var verb = new Verb("import", "Makes a data set of an .npz file from elsewhere.")
        {
            Notes = Notes,
            Examples =
            [
                "dataset import other.npz --env-id CartPole-v1 --out cartpole.npz",
                "dataset import pendulum.npz --env-id Pendulum-v1 --episode-steps 200 --raw --clip --out demos.npz",
            ],
            Arguments = { file },
            Options = { environment, target, steps, raw, clip, json },
            Plugins = PluginUse.Shown,
        };
        verb.SetAction(parsed =>
            (int)
                ImportSession.Run(
                    terminal,
                    new ImportRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(environment),
                        parsed.GetRequiredValue(target) ?? "",
                        parsed.GetValue(steps),
                        parsed.GetValue(raw),
                        parsed.GetValue(clip),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
