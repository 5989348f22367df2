using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Outside;

/// <summary>
/// An episode of an environment in another process, as what brings it back: the snapshot of the program where it can
/// give one, else the seed and every action so far, which lead any deterministic environment to the same place.
/// </summary>
/// <param name="Seed">What its start was drawn from.</param>
/// <param name="StepCount">Steps taken.</param>
/// <param name="Trail">A hash of seed and actions: two states of one trail are the same.</param>
/// <param name="Actions">Shape [steps, action size]; empty where there is a snapshot.</param>
/// <param name="Snapshot">The program's own bytes; empty where it gives none, and at the start.</param>
/// <param name="Observation">What is seen, shape [observation size]; empty where nobody has looked yet.</param>
internal sealed record ExternalState(
    RngKey Seed,
    int StepCount,
    ulong Trail,
    ImmutableArray<float> Actions,
    ImmutableArray<byte> Snapshot,
    ImmutableArray<float> Observation
) : IFields<ExternalState>
{
    public static TypeName Name => new("external-state", 1);

    /// <summary>The start of an episode, at which nobody has looked.</summary>
    public static ExternalState Start(RngKey seed) => new(seed, 0, seed.Value, [], [], []);

    public static ExternalState Fields<TVisitor>(scoped ref TVisitor visitor, ExternalState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var seed = value?.Seed.Value ?? 0UL;
        var stepCount = value?.StepCount ?? 0;
        var trail = value?.Trail ?? 0UL;
        var actions = value?.Actions ?? [];
        var snapshot = value?.Snapshot ?? [];
        var observation = value?.Observation ?? [];
        visitor.Field(1, "seed", ref seed);
        visitor.Field(2, "step_count", ref stepCount);
        visitor.Field(3, "trail", ref trail);
        visitor.Field(4, "actions", ref actions);
        visitor.Field(5, "snapshot", ref snapshot);
        visitor.Field(6, "observation", ref observation);
        return TVisitor.Rebuilds ? new(new(seed), stepCount, trail, actions, snapshot, observation) : value!;
    }
}
