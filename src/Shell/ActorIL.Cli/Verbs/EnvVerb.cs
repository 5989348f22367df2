using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Environments.Checks;

namespace ActorIL.Cli.Verbs;

/// <summary>
/// `actoril env list|describe|check|serve|python`: what environments there are, whether one keeps its contract, and
/// programs in other languages.
/// </summary>
internal static class EnvVerb
{
    private const string ListNotes = """
        JSON: environments[]: name, summary, observations, actions (spaces as in `env describe`), has_controller,
          plugin (its name)

        """;

    private const string DescribeNotes = """
        JSON:
          name, summary, has_controller, controllers[] (names for expert.controller), has_danger, has_gymnasium_seeding
          perturbation: wide_start, push, recovery (in words), push_from, push_until, recovery_steps; or null
          observations, actions: { "kind": "discrete", "count" } or { "kind": "box", "low"[], "high"[] }
                                 or { "kind": "product", "parts"[] }; an infinite bound is null
          parameters: the environment's constants by name; state[]: the names of its state's fields

        """;

    private const string CheckNotes = """
        Same seed twice, step from a copied state twice, restore in mid-episode, bounds of every space, no ambient
        calls. Exit code 0 if every claim holds, 1 if one breaks.

        JSON: environment, passed, checks[]: name, claim, outcome ("passed" | "warned" | "failed"),
              evidence (text or null)

        """;

    public static Command Create(Terminal terminal) =>
        new Verb("env", "Lists, describes, checks and serves environments.")
        {
            Examples = ["env list", "env describe CartPole-v1", "env check Pendulum-v1"],
            Subcommands =
            {
                List(terminal),
                Describe(terminal),
                Check(terminal),
                EnvServeVerb.Create(terminal, Name()),
                EnvPythonVerb.Create(terminal),
            },
        };

    private static Verb List(Terminal terminal)
    {
        var json = Flags.Json();
        var verb = new Verb("list", "Lists every environment.")
        {
            Notes = ListNotes,
            Examples = ["env list", "env list --json"],
            Options = { json },
            Plugins = PluginUse.Shown,
        };
        verb.SetAction(parsed => (int)EnvironmentListing.Write(terminal, terminal.Catalog, parsed.GetValue(json)));
        return verb;
    }

    private static Verb Describe(Terminal terminal)
    {
        var (name, json) = (Name(), Flags.Json());
        var verb = new Verb("describe", "Shows spaces, constants and controller of an environment.")
        {
            Notes = DescribeNotes,
            Examples = ["env describe CartPole-v1", "env describe Pendulum-v1 --json"],
            Arguments = { name },
            Options = { json },
            Plugins = PluginUse.Shown,
        };
        verb.SetAction(parsed =>
            (int)
                terminal
                    .Catalog.Environments.Find(parsed.GetRequiredValue(name))
                    .Match(
                        entry => EnvironmentPage.Write(terminal, entry, parsed.GetValue(json)),
                        error => terminal.Fail(error)
                    )
        );
        return verb;
    }

    private static Verb Check(Terminal terminal)
    {
        var plan = new ConformancePlan();
        var (name, json) = (Name(), Flags.Json());
        var seed = Flags.Seed("Seed of the first episode. Default: 1.");
        var episodes = Flags.Count("--episodes", "Episodes of sampled actions, at least 2. Default: 8.", 2, 1_000_000);
        var verb = new Verb("check", "Puts an environment through the contract that every run relies on.")
        {
            Notes = CheckNotes,
            Examples = ["env check CartPole-v1", "env check Pendulum-v1 --episodes 100 --seed 7 --json"],
            Arguments = { name },
            Options = { seed, episodes, json },
            Plugins = PluginUse.Shown,
        };
        verb.SetAction(parsed =>
            (int)
                terminal
                    .Catalog.Environments.Find(parsed.GetRequiredValue(name))
                    .Match(
                        entry =>
                            EnvironmentCheck.Write(
                                terminal,
                                entry,
                                plan with
                                {
                                    FirstSeed = parsed.GetValue(seed) ?? plan.FirstSeed,
                                    EpisodeCount = parsed.GetValue(episodes) ?? plan.EpisodeCount,
                                },
                                parsed.GetValue(json)
                            ),
                        error => terminal.Fail(error)
                    )
        );
        return verb;
    }

    private static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "Name and version, such as CartPole-v1." };
        name.RefuseFlags();
        return name;
    }
}
