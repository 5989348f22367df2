using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces;

/// <summary>One thing a trace says of its run.</summary>
public abstract record TraceEntry
{
    private TraceEntry() { }

    public abstract T Match<T>(
        Func<Delivered, T> delivered,
        Func<Digested, T> digested,
        Func<Happened, T> happened,
        Func<Numbers, T> numbers,
        Func<Ended, T> ended
    );

    /// <summary>The delivery, where it is one.</summary>
    public Delivered? Delivery => Match<Delivered?>(delivered => delivered, _ => null, _ => null, _ => null, _ => null);

    /// <summary>The digests, where it is some.</summary>
    public DigestRecord? Digests =>
        Match<DigestRecord?>(_ => null, digested => digested.Record, _ => null, _ => null, _ => null);

    /// <summary>The event, where it is one.</summary>
    public LifecycleRecord? Event =>
        Match<LifecycleRecord?>(_ => null, _ => null, happened => happened.Record, _ => null, _ => null);

    /// <summary>The block, where it is one.</summary>
    public BlockRecord? Block =>
        Match<BlockRecord?>(_ => null, _ => null, _ => null, numbers => numbers.Record, _ => null);

    /// <summary>The ending, where it is one.</summary>
    public EndingRecord? Ending =>
        Match<EndingRecord?>(_ => null, _ => null, _ => null, _ => null, ended => ended.Record);

    /// <summary>A message was delivered.</summary>
    public sealed record Delivered(TraceChannel Channel, DeliveryRecord Record) : TraceEntry
    {
        public override T Match<T>(
            Func<Delivered, T> delivered,
            Func<Digested, T> digested,
            Func<Happened, T> happened,
            Func<Numbers, T> numbers,
            Func<Ended, T> ended
        ) => delivered(this);
    }

    /// <summary>The states of all actors at an update boundary.</summary>
    public sealed record Digested(DigestRecord Record) : TraceEntry
    {
        public override T Match<T>(
            Func<Delivered, T> delivered,
            Func<Digested, T> digested,
            Func<Happened, T> happened,
            Func<Numbers, T> numbers,
            Func<Ended, T> ended
        ) => digested(this);
    }

    /// <summary>Something happened to an actor.</summary>
    public sealed record Happened(LifecycleRecord Record) : TraceEntry
    {
        public override T Match<T>(
            Func<Delivered, T> delivered,
            Func<Digested, T> digested,
            Func<Happened, T> happened,
            Func<Numbers, T> numbers,
            Func<Ended, T> ended
        ) => happened(this);
    }

    /// <summary>The content of a parameter block.</summary>
    public sealed record Numbers(BlockRecord Record) : TraceEntry
    {
        public override T Match<T>(
            Func<Delivered, T> delivered,
            Func<Digested, T> digested,
            Func<Happened, T> happened,
            Func<Numbers, T> numbers,
            Func<Ended, T> ended
        ) => numbers(this);
    }

    /// <summary>The run ended.</summary>
    public sealed record Ended(EndingRecord Record) : TraceEntry
    {
        public override T Match<T>(
            Func<Delivered, T> delivered,
            Func<Digested, T> digested,
            Func<Happened, T> happened,
            Func<Numbers, T> numbers,
            Func<Ended, T> ended
        ) => ended(this);
    }
}
