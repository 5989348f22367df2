using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Probing;

namespace ActorIL.Actors.Hosts;

/// <summary>What a run is made of beside its root behaviour.</summary>
/// <param name="Seed">The seed every actor's key derives from.</param>
public sealed record KernelSettings(ulong Seed)
{
    /// <summary>The root's name.</summary>
    public string RootName { get; init; } = "root";

    /// <summary>Rounds allowed within one tick.</summary>
    public int HopsPerTickMax { get; init; } = 1_000_000;

    /// <summary>Messages allowed on their way between two actors where the receiver granted no credit.</summary>
    public int EdgeMessageCountMax { get; init; } = 65_536;

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>Does what Perform asks for.</summary>
    public ExternalInterpreter Interpreter { get; init; } =
        static operation =>
            () => new ExternalOutcome.Refused($"This host has no interpreter for {operation.OperationName}.");

    /// <summary>
    /// Where the results of Perform come from in a replay, in the place of <see cref="Interpreter"/>; null in a run
    /// that performs.
    /// </summary>
    public RecordedResults? RecordedResults { get; init; }

    /// <summary>A step to look at closely; null for none.</summary>
    public StepProbe? Probe { get; init; }

    /// <summary>Is told which steps are at work; null where nobody asks.</summary>
    public StepWatch? Watch { get; init; }

    /// <summary>Who watches the run, in the order they are called.</summary>
    public ImmutableArray<IRunObserver> Observers { get; init; } = [];
}
