using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// A batch of environments as data: for messages, checkpoints and forks. Restored, it goes on bit for bit.
/// </summary>
/// <param name="EnvironmentId">The environment it belongs to.</param>
/// <param name="Key">The key all episode keys are folded from.</param>
/// <param name="FirstEnvironmentIndex">Index of the first environment among those of all blocks.</param>
/// <param name="Slots">The running episodes, shape [n].</param>
public sealed record VectorSnapshot(
    string EnvironmentId,
    RngKey Key,
    int FirstEnvironmentIndex,
    ImmutableArray<SlotSnapshot> Slots
) : IFields<VectorSnapshot>
{
    public static TypeName Name => new("vector-environment", 1);

    public static ImmutableArray<int> Recomputed => [4];

    /// <summary>n.</summary>
    public int Count => Slots.Length;

    public static VectorSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, VectorSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var environmentId = value?.EnvironmentId ?? "";
        var key = value?.Key.Value ?? 0;
        var firstEnvironmentIndex = value?.FirstEnvironmentIndex ?? 0;
        var slots = value?.Slots ?? [];
        visitor.Field(1, "environment_id", ref environmentId);
        visitor.Field(2, "key", ref key);
        visitor.Field(3, "first_environment_index", ref firstEnvironmentIndex);
        visitor.Records(4, "slots", ref slots);
        return TVisitor.Rebuilds ? new(environmentId, new(key), firstEnvironmentIndex, slots) : value!;
    }
}
