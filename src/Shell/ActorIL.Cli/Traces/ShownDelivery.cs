using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>One delivery with all that is known of it.</summary>
internal sealed record ShownDelivery
{
    /// <summary>What the trace has of it.</summary>
    public required TraceEntry.Delivered Delivered { get; init; }

    /// <summary>How much of payloads the trace keeps.</summary>
    public required TraceLevel Level { get; init; }

    /// <summary>The deliveries that led to it, the nearest first.</summary>
    public required ImmutableArray<TraceEntry.Delivered> Causes { get; init; }

    /// <summary>Paths of actors by id.</summary>
    public required ImmutableSortedDictionary<ulong, string> Paths { get; init; }

    /// <summary>Its step computed again; null where it was not, or the run does not come to it.</summary>
    public required StepObservation? Step { get; init; }

    /// <summary>Whether the delivery itself was computed again, rather than read from the trace.</summary>
    public bool IsComputed { get; init; }

    public DeliveryRecord Record => Delivered.Record;

    /// <summary>Whether the trace has the whole payload.</summary>
    public bool IsWhole =>
        Level == TraceLevel.Full || Record.IsExternal || ContentHash.Of(Record.Payload.AsSpan()) == Record.PayloadHash;

    /// <summary>The payload, or the part of it, that the trace has; null for none.</summary>
    public FieldNode? Recorded => Record.Payload.IsEmpty ? null : Read(Record.Payload, Delivered.Channel.Payload);

    /// <summary>The whole message, computed again.</summary>
    public FieldNode? Computed => Step is { } step ? Read(step.Message, step.MessageDescription) : null;

    public FieldNode? Before => Step is { } step ? Read(step.Before, step.StateDescription) : null;

    public FieldNode? After =>
        Step is { After.IsDefaultOrEmpty: false } step ? Read(step.After, step.StateDescription) : null;

    /// <summary>Whether the message computed again is the one that was recorded.</summary>
    public bool IsAsRecorded => Step is { } step && ContentHash.Of(step.Message.AsSpan()) == Record.PayloadHash;

    /// <summary>The path of an actor; its id where the trace has not said it yet.</summary>
    public string PathOf(ActorId actor) => Paths.TryGetValue(actor.Value, out var path) ? path : $"<{actor}>";

    private static FieldNode? Read(ImmutableArray<byte> bytes, RecordDescription description) =>
        FieldTree.Read(bytes.AsSpan(), description).Match<FieldNode?>(node => node, _ => null);
}
