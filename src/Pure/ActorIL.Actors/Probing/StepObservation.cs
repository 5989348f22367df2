using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Probing;

/// <summary>What a <see cref="StepProbe"/> has seen.</summary>
/// <param name="Key">The key of the delivery.</param>
/// <param name="Actor">Who took it.</param>
/// <param name="Path">Its path.</param>
/// <param name="Behavior">Name and version of what it does.</param>
/// <param name="MessageDescription">What the bytes of the message mean.</param>
/// <param name="Message">Canonical bytes of the message.</param>
/// <param name="StateDescription">What the bytes of the states mean.</param>
/// <param name="Before">Canonical bytes of the state before the step.</param>
/// <param name="After">Canonical bytes of the state after it; none where it failed.</param>
/// <param name="Failure">How it failed; null where it did not.</param>
/// <param name="Effects">What it wanted done, in order.</param>
/// <param name="Difference">
/// What came out otherwise when the step was run again from the bytes of its state; empty where nothing did. Notes do
/// not count.
/// </param>
/// <param name="Blocks">The blocks the message and the states mention, by hash.</param>
public sealed record StepObservation(
    EnvelopeKey Key,
    ActorId Actor,
    string Path,
    TypeName Behavior,
    RecordDescription MessageDescription,
    ImmutableArray<byte> Message,
    RecordDescription StateDescription,
    ImmutableArray<byte> Before,
    ImmutableArray<byte> After,
    Failure? Failure,
    ImmutableArray<StepEffect> Effects,
    string Difference,
    ImmutableArray<ParameterBlock> Blocks
)
{
    /// <summary>Whether the step gave the same state and effects both times.</summary>
    public bool IsDeterministic => Difference.Length == 0;
}
