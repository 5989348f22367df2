using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Execution;
using ActorIL.Core.Hashing;

namespace ActorIL.Actors.Hosts;

/// <summary>What happened in one round, in key order.</summary>
public readonly ref struct RoundReport
{
    private readonly ActorTable _actors;

    internal RoundReport(
        ActorTable actors,
        RunProgress progress,
        HashChain chain,
        ReadOnlySpan<Delivery> deliveries,
        ReadOnlySpan<LifecycleEvent> events,
        ReadOnlySpan<ObservedNote> notes
    )
    {
        _actors = actors;
        Progress = progress;
        Chain = chain;
        Deliveries = deliveries;
        Events = events;
        Notes = notes;
    }

    public RunProgress Progress { get; }

    /// <summary>The chain value after this round.</summary>
    public HashChain Chain { get; }

    /// <summary>Application deliveries, each one step older in the chain than the next.</summary>
    public ReadOnlySpan<Delivery> Deliveries { get; }

    /// <summary>What happened to actors.</summary>
    public ReadOnlySpan<LifecycleEvent> Events { get; }

    /// <summary>Metrics and log lines.</summary>
    public ReadOnlySpan<ObservedNote> Notes { get; }

    /// <summary>The state of every living actor as a hash, in id order: computed when asked.</summary>
    public ImmutableArray<ActorDigest> StateDigests() => _actors.Digests();

    /// <summary>The path of an actor that exists now, otherwise its id between angle brackets.</summary>
    public string PathOf(ActorId actor) => _actors.PathOf(actor);
}
