using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Chains;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Racetracks;

namespace ActorIL.Environments;

/// <summary>
/// Environments by name. <see cref="Shipped"/> lists those of the library; a program has them, and those of its
/// plug-ins, from its catalog of plug-ins.
/// </summary>
public sealed record EnvironmentCatalog
{
    private EnvironmentCatalog(ImmutableArray<EnvironmentEntry> entries) => Entries = entries;

    /// <summary>None.</summary>
    public static EnvironmentCatalog Empty { get; } = new([]);

    /// <summary>Every environment that comes with the library.</summary>
    public static EnvironmentCatalog Shipped =>
        new([
            CartPoleEntry,
            PendulumEntry,
            OriginalRacetrackEntry,
            CliffRacetrackEntry,
            RacetrackLoopEntry,
            LaneChainEntry,
        ]);

    /// <summary>In the order they were added.</summary>
    public ImmutableArray<EnvironmentEntry> Entries { get; }

    private static EnvironmentEntry CartPoleEntry =>
        EnvironmentEntry.Of(
            TimeLimit<CartPole, CartPoleParams, CartPoleState>.TypedModule(
                "CartPole-v1",
                "Balance a pole on a cart by pushing the cart left or right.",
                new(),
                stepCountMax: 500
            ),
            (parameters, entry) =>
                entry
                    .WithStepSeconds(parameters.Inner.TimeStep)
                    .WithController("feedback", new CartPoleController(parameters.Inner))
                    .WithDanger(new CartPoleDanger(parameters.Inner))
                    .WithPerturbation(Limited(new CartPolePerturbation(parameters.Inner), parameters.StepCountMax))
                    .WithGymnasiumSeeded(
                        TimeLimit<
                            GymnasiumSeeded<CartPole, CartPoleParams, CartPoleState>,
                            CartPoleParams,
                            CartPoleState
                        >.Module(entry.Id, entry.Module.Summary, parameters.Inner, parameters.StepCountMax)
                    )
        );

    private static EnvironmentEntry PendulumEntry =>
        EnvironmentEntry.Of(
            TimeLimit<Pendulum, PendulumParams, PendulumState>.TypedModule(
                "Pendulum-v1",
                "Swing a pendulum up with a weak torque and hold it upright.",
                new(),
                stepCountMax: 200
            ),
            (parameters, entry) =>
                entry
                    .WithStepSeconds(parameters.Inner.TimeStep)
                    .WithController("energy", new PendulumController(parameters.Inner))
                    .WithPerturbation(Limited(new PendulumPerturbation(parameters.Inner), parameters.StepCountMax))
                    .WithGymnasiumSeeded(
                        TimeLimit<
                            GymnasiumSeeded<Pendulum, PendulumParams, PendulumState>,
                            PendulumParams,
                            PendulumState
                        >.Module(entry.Id, entry.Module.Summary, parameters.Inner, parameters.StepCountMax)
                    )
        );

    private static EnvironmentEntry OriginalRacetrackEntry =>
        EnvironmentEntry.Of(
            TimeLimit<OriginalRacetrack, OriginalRacetrackParams, RacetrackState>.TypedModule(
                "CliffRacetrack-v0",
                "Drive a gentle line beside a cliff from one fixed start, as first described; at most 200 steps.",
                new(),
                stepCountMax: 200
            ),
            (parameters, entry) =>
                entry
                    .WithStepSeconds(0.1)
                    .WithController("weaving", new WeavingController())
                    .WithDanger(new CliffDanger())
                    .WithPerturbation(Limited(new OriginalRacetrackPerturbation(), parameters.StepCountMax))
        );

    private static EnvironmentEntry CliffRacetrackEntry =>
        EnvironmentEntry.Of(
            TimeLimit<CliffRacetrack, CliffRacetrackParams, RacetrackState>.TypedModule(
                "CliffRacetrack-v1",
                "Drive a winding lane between two cliffs to its end, with actuators that shake.",
                new(),
                stepCountMax: 400
            ),
            (parameters, entry) =>
                entry
                    .WithStepSeconds(parameters.Inner.TimeStep)
                    .WithController("heading", new HeadingController("scripted-cliff-racetrack", parameters.Inner))
                    .WithController(
                        "weaving",
                        HeadingController.Weaving("scripted-weaving-cliff-racetrack", parameters.Inner)
                    )
                    .WithDanger(new LaneDanger(parameters.Inner))
                    .WithPerturbation(
                        Limited(
                            new LanePerturbation(
                                parameters.Inner,
                                StartLength: 0,
                                parameters.Inner.StartSpeed,
                                parameters.Inner.TimeStep
                            ),
                            parameters.StepCountMax
                        )
                    )
        );

    private static EnvironmentEntry RacetrackLoopEntry =>
        EnvironmentEntry.Of(
            TimeLimit<RacetrackLoop, RacetrackLoopParams, RacetrackState>.TypedModule(
                "CliffRacetrackLoop-v1",
                "Stay in a winding lane round and round; steps outside cost 1, and nothing terminates.",
                new(),
                stepCountMax: 320
            ),
            (parameters, entry) =>
                entry
                    .WithStepSeconds(parameters.Inner.TimeStep)
                    .WithController("heading", new HeadingController("scripted-racetrack-loop", parameters.Inner))
                    .WithController(
                        "weaving",
                        HeadingController.Weaving("scripted-weaving-racetrack-loop", parameters.Inner)
                    )
                    .WithDanger(new LaneDanger(parameters.Inner))
                    .WithPerturbation(
                        Limited(
                            new LanePerturbation(
                                parameters.Inner,
                                parameters.Inner.Lap,
                                parameters.Inner.StartSpeed,
                                parameters.Inner.TimeStep
                            ),
                            parameters.StepCountMax
                        )
                    )
        );

    private static EnvironmentEntry LaneChainEntry =>
        EnvironmentEntry.Of(
            TimeLimit<LaneChain, LaneChainParams, LaneChainState>.TypedModule(
                "LaneChain-v0",
                "Stay in a lane that one mistake leaves, and one action nobody shows enters again.",
                new(),
                stepCountMax: 80
            ),
            (parameters, entry) =>
                entry
                    .WithController("cue", new LaneChainController(parameters.Inner))
                    .WithDanger(new LaneChainDanger())
                    .WithPerturbation(Limited(new LaneChainPerturbation(), parameters.StepCountMax))
        );

    /// <summary>The entry of this name; the error names the nearest one.</summary>
    /// <remarks>
    /// The name of an environment that is seen in part, which a policy of such a run keeps, finds it too.
    /// </remarks>
    public Result<EnvironmentEntry, Error> Find(string id)
    {
        if (ViewName.Read(id) is { } seen && Entries.All(entry => entry.Id != id))
        {
            return Find(seen.Id).Then(whole => whole.SeenBy(seen.View));
        }

        var found = Entries.Where(entry => entry.Id == id).ToImmutableArray();
        return found is [var entry]
            ? Result.Success<EnvironmentEntry, Error>(entry)
            : Result.Failure<EnvironmentEntry, Error>(Unknown(id));
    }

    /// <summary>This catalog with one more environment.</summary>
    public Result<EnvironmentCatalog, Error> Add(EnvironmentEntry entry) =>
        Entries.Any(known => known.Id == entry.Id)
            ? Result.Failure<EnvironmentCatalog, Error>(
                new("environment", $"'{entry.Id}' twice", "a name of its own", "Rename it, or raise its version.")
            )
            : Result.Success<EnvironmentCatalog, Error>(new(Entries.Add(entry)));

    /// <summary>This catalog with another entry in the place of the one of its name.</summary>
    public EnvironmentCatalog Replace(EnvironmentEntry entry) =>
        new([.. Entries.Select(known => known.Id == entry.Id ? entry : known)]);

    private static TimeLimitedPerturbation<TState> Limited<TState>(IPerturbation<TState> inner, int stepCountMax)
        where TState : IFields<TState> => new(inner, stepCountMax);

    private Error Unknown(string id)
    {
        var names = Entries.Select(entry => entry.Id).ToImmutableArray();
        var remedy = Meant(id, names) is { } meant
            ? $"Did you mean '{meant}'?"
            : "Choose one of them, or state the plug-in that has it: --plugin FILE.dll, or `plugins` in a file.";
        return new("environment", $"'{id}'", string.Join(" or ", names), remedy);
    }

    // A name without its version is short against the whole one.
    private static string? Meant(string id, ImmutableArray<string> names) =>
        names.FirstOrDefault(name => name.StartsWith($"{id}-v", StringComparison.OrdinalIgnoreCase))
        ?? (NearestName.TryFind(id, names, out var nearest) ? nearest : null);
}
