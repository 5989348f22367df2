using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Stages;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dagger`: trains a student by DAgger with an expert that is there.</summary>
internal static class DaggerVerb
{
    private const string ExpertName = "--expert";
    private const string Scripted = "scripted";
    private const string ControllerKey = "--set expert.controller=NAME";

    public static Command Create(Terminal terminal)
    {
        var flags = new StageFlags(
            SettingTable.Dagger,
            "The run directory, or a file .safetensors for the checkpoint alone. Default: a new folder under runs/."
        );
        var expert = new Option<string>(ExpertName)
        {
            Description = "Who labels: a checkpoint, a run directory, or `scripted` for the environment's controller.",
            HelpName = "PATH",
            Required = true,
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "Which policy of a run directory. Default: its expert, or its only one.",
            HelpName = "NAME",
        };
        var verb = new Verb("dagger", "Trains a student by DAgger with an expert that was trained before.")
        {
            Notes = StageFlags.Notes,
            Examples =
            [
                "dagger --expert runs/expert --label-counts 100 500 1000 --save-path runs/student",
                "dagger --expert scripted --env-id Pendulum-v1 --updates-per-round 1000",
            ],
            Options = { expert, policy },
            Plugins = PluginUse.Given,
        };
        flags.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(expert) == Scripted && result.GetValue(policy) is not null)
            {
                result.AddError(
                    UsageErrors.Encode(
                        new Error(
                            policy.Name,
                            $"{policy.Name} beside {ExpertName} {Scripted}",
                            "a run directory, whose policies have names",
                            $"Leave {policy.Name} out; {ControllerKey} names one of several controllers."
                        )
                    )
                );
            }
        });
        verb.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(expert);
            return (int)(
                path == Scripted
                    ? StageSession.Run(terminal, flags.Read(parsed, "dagger", StagePlans.Dagger(isScripted: true)))
                    : SavedPolicies
                        .AsExpert(path, parsed.GetValue(policy), ExpertName, flags.IsEnvironmentOpen(parsed))
                        .Match(
                            given =>
                                StageSession.Run(
                                    terminal,
                                    flags.Read(parsed, "dagger", [.. StagePlans.Dagger(isScripted: false), .. given])
                                ),
                            error => terminal.Fail(error)
                        )
            );
        });
        return verb;
    }
}
