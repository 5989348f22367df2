using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Stages;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril ppo`: trains an expert, the first stage alone.</summary>
internal static class PpoVerb
{
    private const string ResumeNotes = """
        --resume goes on with a run that was broken off, to the same bits as if it never had been: PATH, or the newest
        such run in PATH, in --save-path or in runs/. The run's own settings stand.

        --init-from starts the actor as a policy of the same layers, such as a clone of `actoril bc`. The critic starts
        anew: with --critic-warmup-updates N it learns alone for N updates, before the actor moves.


        """;

    public static Command Create(Terminal terminal)
    {
        var flags = new StageFlags(
            SettingTable.Ppo,
            "The run directory, or a file .safetensors for the checkpoint alone. Default: a new folder under runs/."
        );
        var resume = new Option<string?>("--resume")
        {
            Description = "Go on with the run in PATH, or with the newest one that was broken off.",
            HelpName = "PATH",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = flags.AddTo(
            new Verb("ppo", "Trains an expert by PPO: the first stage of a run alone.")
            {
                Notes = ResumeNotes + StageFlags.Notes,
                Examples =
                [
                    "ppo --env-id CartPole-v1 --total-timesteps 100000 --seed 1 --save-path runs/expert",
                    "ppo hocon/pendulum.conf --save-path runs/pendulum-expert --wandb",
                    "ppo --resume runs/expert",
                    "ppo --env-id CartPole-v1 --init-from bc.safetensors --critic-warmup-updates 10",
                ],
                Plugins = PluginUse.Given,
            }
        );
        verb.Options.Add(resume);
        flags.RefuseWhereResumed(verb, resume);
        verb.SetAction(parsed =>
            (int)(
                parsed.GetResult(resume) is { Implicit: false }
                    ? Resume(terminal, flags, parsed, parsed.GetValue(resume) ?? flags.SavePath(parsed) ?? "")
                    : StageSession.Run(terminal, flags.Read(parsed, "ppo", StagePlans.Ppo))
            )
        );
        return verb;
    }

    private static ExitCode Resume(Terminal terminal, StageFlags flags, ParseResult parsed, string path) =>
        flags.FirstSetting(parsed) is { } setting
            ? Refuse(terminal, setting)
            : ResumeSearch
                .Find(path)
                .Match(
                    folder =>
                    {
                        terminal.Error.Write($"resuming {folder}\n");
                        return ResumeSession.Run(terminal, flags.Resume(parsed, folder));
                    },
                    error => terminal.Fail(error)
                );

    private static ExitCode Refuse(Terminal terminal, string setting)
    {
        _ = terminal.Fail(
            new Error(
                "actoril ppo --resume",
                $"{setting} beside it",
                "a run that goes on with its own settings",
                $"Leave {setting} out; `actoril trace fork` goes on with other settings."
            )
        );
        return ExitCode.Usage;
    }
}
