using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Policies;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril eval PATH`: scores a saved policy or a scripted controller.</summary>
internal static class EvalVerb
{
    private const int EpisodeCountMax = 1_000_000;

    private const string Notes = """
        Episodes and seed default to those of the run's own evaluations, so the same numbers come out again.

        JSON: policy, environment, source (file or null), seed, environment_steps,
              evaluation { n, mean, std, minimum, ci_low, ci_high,
                           success and failure, where the environment has them { count, rate, ci_low, ci_high },
                           recovery, with --perturb { n, wide_starts and pushes { count, rate, ci_low, ci_high } } }

        --perturb runs as many episodes again from wide starts, and again with a push on the way; every policy meets the
        same ones. `actoril env describe NAME` says what they are and what counts as recovered.

        """;

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A run directory, or a checkpoint in one (checkpoints/NAME.safetensors).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        path.RefuseFlags();
        var policy = new Option<string?>("--policy")
        {
            Description = "Which policy of a run directory, such as dagger-200. Default: its last stage.",
            HelpName = "NAME",
        };
        var controller = new Option<string?>("--controller")
        {
            Description = "Score the scripted controller of this environment instead of a saved policy.",
            HelpName = "ENVIRONMENT",
        };
        var episodes = Flags.Count("--episodes", "Episodes, at least 2.", 2, EpisodeCountMax);
        var perturb = new Option<bool>("--perturb")
        {
            Description = "Score it from wide starts and after pushes too: how often it recovers.",
        };
        var numEpisodes = Flags.Count("--num-episodes", "The same as --episodes.", 2, EpisodeCountMax);
        var checkpoint = new Option<string?>("--checkpoint") { Description = "The same as PATH.", HelpName = "PATH" };
        var expectations = new ExpectationFlags();
        var (seed, json) = (Flags.Seed("Start states come from it and the episode's index alone."), Flags.Json());
        var verb = new Verb("eval", "Evaluates a saved policy, greedily, and shows its returns with an interval.")
        {
            Notes = Notes,
            Examples =
            [
                "eval runs/cartpole-1",
                "eval runs/cartpole-1 --policy expert --episodes 100 --json",
                "eval runs/cartpole-1/checkpoints/bc-full-5.safetensors --seed 7",
                "eval runs/cartpole-1 --perturb",
                "eval --checkpoint bc.safetensors --env-id Pendulum-v1 --num-episodes 20",
                "eval --controller Pendulum-v1",
            ],
            Arguments = { path },
            Options = { checkpoint, policy, controller, episodes, numEpisodes, seed, perturb, json },
            Plugins = PluginUse.Recorded,
        };
        expectations.AddTo(verb);
        verb.Validators.Add(result =>
            RequireOne(result, result.GetValue(path), result.GetValue(checkpoint), result.GetValue(controller))
        );
        verb.RefuseBeside(numEpisodes, episodes);
        verb.RefuseBeside(policy, controller);
        verb.RefuseBeside(expectations.HiddenSizes, controller);
        verb.SetAction(parsed =>
            (int)
                EvaluationSession.Run(
                    terminal,
                    expectations.Read(
                        parsed,
                        new EvaluationRequest(
                            parsed.GetValue(path) ?? parsed.GetValue(checkpoint),
                            parsed.GetValue(policy),
                            parsed.GetValue(controller),
                            parsed.GetValue(episodes) ?? parsed.GetValue(numEpisodes),
                            parsed.GetValue(seed),
                            parsed.GetValue(perturb),
                            parsed.GetValue(json)
                        )
                    )
                )
        );
        return verb;
    }

    private static void RequireOne(CommandResult result, params ReadOnlySpan<string?> given)
    {
        var count = 0;
        foreach (var text in given)
        {
            count += text is null ? 0 : 1;
        }

        if (count != 1)
        {
            result.AddError(
                UsageErrors.Encode(
                    new Error(
                        "actoril eval",
                        count == 0 ? "neither" : "both",
                        "PATH or --controller ENVIRONMENT",
                        "Give one of the two."
                    )
                )
            );
        }
    }
}
