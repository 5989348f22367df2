using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>
/// Makes records of deliveries, in recording as in verifying, so that both see a run in the same way.
/// </summary>
/// <param name="level">How much of a payload is kept.</param>
internal sealed class DeliveryRecords(TraceLevel level)
{
    private readonly SortedDictionary<ActorId, string> _paths = [];
    private readonly FieldBuffer _payload = new();

    /// <summary>Every actor seen so far, by id.</summary>
    public ImmutableArray<ActorPathRecord> Paths =>
        [.. _paths.Select(known => new ActorPathRecord(known.Key.Value, known.Value))];

    /// <summary>Takes up what was seen before.</summary>
    public void Learn(ImmutableArray<ActorPathRecord> paths)
    {
        foreach (var (id, path) in paths)
        {
            _paths[new(id)] = path;
        }
    }

    /// <summary>
    /// Takes up the paths of actors that began in a round; call it before anything else of the round.
    /// </summary>
    public void Learn(in RoundReport report)
    {
        foreach (ref readonly var happened in report.Events)
        {
            if (happened.Kind == LifecycleKind.Started)
            {
                _paths[happened.Actor] = happened.Detail;
            }
        }
    }

    /// <summary>The path of an actor that has been seen, alive or not; empty for the kernel itself.</summary>
    public string PathOf(ActorId actor) =>
        actor.IsNone ? ""
        : _paths.TryGetValue(actor, out var path) ? path
        : $"<{actor}>";

    /// <summary>The record of a delivery.</summary>
    public DeliveryRecord Of(in RoundReport report, in Delivery delivery)
    {
        var payload = PayloadOf(in delivery);
        return new()
        {
            Ordinal = delivery.Ordinal,
            Tick = delivery.Key.Tick,
            Micro = delivery.Key.Micro,
            To = delivery.Key.To.Value,
            From = delivery.Key.From.Value,
            Sequence = delivery.Key.Sequence,
            Cause = delivery.Cause,
            PayloadHash = delivery.PayloadHash,
            ToPath = Known(in report, delivery.Key.To),
            FromPath = Known(in report, delivery.SentAs.From),
            SentAs = SentKeyRecord.Of(delivery.Key, delivery.SentAs),
            IsExternal = delivery.IsExternal,
            Case = UnionCase.Of(_payload.Written),
            Payload = payload,
        };
    }

    // Leaves the canonical bytes in the buffer where the level keeps none of them: their first field is the case.
    private ImmutableArray<byte> PayloadOf(in Delivery delivery)
    {
        _payload.Clear();
        if (delivery.Message is not { } message)
        {
            return [];
        }

        if (level == TraceLevel.Full || delivery.IsExternal)
        {
            delivery.Type.Write(message, _payload);
            return [.. _payload.Written];
        }

        delivery.Type.WriteDecisions(message, _payload);
        return level == TraceLevel.Actions ? [.. _payload.Written] : [];
    }

    private string Known(in RoundReport report, ActorId actor)
    {
        if (actor.IsNone || _paths.TryGetValue(actor, out var path))
        {
            return PathOf(actor);
        }

        path = report.PathOf(actor);
        _paths.Add(actor, path);
        return path;
    }
}
