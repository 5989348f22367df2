using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>
/// All that a run is between two rounds, as data: with the behaviours and settings of the run it goes on as if it had
/// never stopped. The same for every host and any number of workers.
/// </summary>
/// <param name="Clock">Where the run stands.</param>
/// <param name="Actors">Every living actor, in id order.</param>
/// <param name="Queue">What is on its way, in key order.</param>
/// <param name="Faults">What each path of the fault plan has seen, by path.</param>
/// <param name="Hops">The last hops of a tick that is close to having too many.</param>
public sealed record SystemSnapshot(
    ClockSnapshot Clock,
    ImmutableArray<ActorSnapshot> Actors,
    ImmutableArray<EnvelopeSnapshot> Queue,
    ImmutableArray<FaultSnapshot> Faults,
    ImmutableArray<HopSnapshot> Hops
) : IFields<SystemSnapshot>
{
    public static TypeName Name => new("actoril.snapshot", 1);

    /// <summary>
    /// Every parameter block that states and messages mention, once, by hash. They travel beside the bytes, which hold
    /// the hashes alone.
    /// </summary>
    public ImmutableArray<ParameterBlock> Blocks { get; init; } = [];

    /// <summary>The snapshot of these bytes, with the blocks that travelled beside them.</summary>
    public static Result<SystemSnapshot, Error> Read(ReadOnlySpan<byte> bytes, ImmutableArray<ParameterBlock> blocks) =>
        FieldCodec.Read<SystemSnapshot>(bytes, static _ => null).Map(found => found with { Blocks = blocks });

    public static SystemSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, SystemSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var clock = value?.Clock;
        var actors = value?.Actors ?? [];
        var queue = value?.Queue ?? [];
        var faults = value?.Faults ?? [];
        var hops = value?.Hops ?? [];
        visitor.Record(1, "clock", ref clock);
        visitor.Records(2, "actors", ref actors);
        visitor.Records(3, "queue", ref queue);
        visitor.Records(4, "faults", ref faults);
        visitor.Records(5, "hops", ref hops);
        return TVisitor.Rebuilds ? new(clock ?? ClockSnapshot.None, actors, queue, faults, hops) : value!;
    }

    /// <summary>The canonical bytes, without the blocks.</summary>
    public ImmutableArray<byte> Bytes() => FieldCodec.Bytes(this);
}
