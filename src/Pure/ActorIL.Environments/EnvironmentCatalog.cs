using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;

namespace ActorIL.Environments;

/// <summary>Environments by name. <see cref="Shipped"/> is the one list; a program adds its own to it.</summary>
public sealed record EnvironmentCatalog
{
    private EnvironmentCatalog(ImmutableArray<EnvironmentEntry> entries) => Entries = entries;

    /// <summary>Every environment that comes with the library.</summary>
    public static EnvironmentCatalog Shipped => new([CartPoleEntry, PendulumEntry]);

    /// <summary>In the order they were added.</summary>
    public ImmutableArray<EnvironmentEntry> Entries { get; }

    private static EnvironmentEntry CartPoleEntry
    {
        get
        {
            const string id = "CartPole-v1";
            const string summary = "Balance a pole on a cart by pushing the cart left or right.";
            const int stepCountMax = 500;
            var parameters = new CartPoleParams();
            return new EnvironmentEntry(
                TimeLimit<CartPole, CartPoleParams, CartPoleState>.Module(id, summary, parameters, stepCountMax)
            )
                .WithStepSeconds(parameters.TimeStep)
                .WithController(new CartPoleController())
                .WithGymnasiumSeeded(
                    TimeLimit<
                        GymnasiumSeeded<CartPole, CartPoleParams, CartPoleState>,
                        CartPoleParams,
                        CartPoleState
                    >.Module(id, summary, parameters, stepCountMax)
                );
        }
    }

    private static EnvironmentEntry PendulumEntry
    {
        get
        {
            const string id = "Pendulum-v1";
            const string summary = "Swing a pendulum up with a weak torque and hold it upright.";
            const int stepCountMax = 200;
            var parameters = new PendulumParams();
            return new EnvironmentEntry(
                TimeLimit<Pendulum, PendulumParams, PendulumState>.Module(id, summary, parameters, stepCountMax)
            )
                .WithStepSeconds(parameters.TimeStep)
                .WithController(new PendulumController())
                .WithGymnasiumSeeded(
                    TimeLimit<
                        GymnasiumSeeded<Pendulum, PendulumParams, PendulumState>,
                        PendulumParams,
                        PendulumState
                    >.Module(id, summary, parameters, stepCountMax)
                );
        }
    }

    /// <summary>The entry of this name; the error names the nearest one.</summary>
    public Result<EnvironmentEntry, Error> Find(string id)
    {
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

    private Error Unknown(string id)
    {
        var names = Entries.Select(entry => entry.Id).ToImmutableArray();
        var remedy = NearestName.TryFind(id, names, out var nearest)
            ? $"Did you mean '{nearest}'?"
            : "Choose one of them, or add yours to the catalog.";
        return new("environment", $"'{id}'", string.Join(" or ", names), remedy);
    }
}
