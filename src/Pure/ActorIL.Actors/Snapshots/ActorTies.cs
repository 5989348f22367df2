using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>What one actor has open with others and with itself, each in the order it began.</summary>
/// <param name="Children">Ids of its children, in the order they were spawned.</param>
/// <param name="Timers">Timers that are set.</param>
/// <param name="Requests">Asks and operations without an outcome.</param>
/// <param name="AskedBy">Asks of others it has not answered.</param>
/// <param name="Watches">Whom it watches.</param>
/// <param name="Watchers">Who watches it.</param>
/// <param name="Edges">Its credit, by receiver in id order.</param>
public sealed record ActorTies(
    ImmutableArray<long> Children,
    ImmutableArray<TimerSnapshot> Timers,
    ImmutableArray<RequestSnapshot> Requests,
    ImmutableArray<TieSnapshot> AskedBy,
    ImmutableArray<WatchSnapshot> Watches,
    ImmutableArray<TieSnapshot> Watchers,
    ImmutableArray<EdgeSnapshot> Edges
) : IFields<ActorTies>
{
    public static TypeName Name => new("actoril.actor-ties", 1);

    /// <summary>Nothing at all.</summary>
    internal static ActorTies None { get; } = new([], [], [], [], [], [], []);

    public static ActorTies Fields<TVisitor>(scoped ref TVisitor visitor, ActorTies? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var children = value?.Children ?? [];
        var timers = value?.Timers ?? [];
        var requests = value?.Requests ?? [];
        var askedBy = value?.AskedBy ?? [];
        var watches = value?.Watches ?? [];
        var watchers = value?.Watchers ?? [];
        var edges = value?.Edges ?? [];
        visitor.Field(1, "children", ref children);
        visitor.Records(2, "timers", ref timers);
        visitor.Records(3, "requests", ref requests);
        visitor.Records(4, "asked_by", ref askedBy);
        visitor.Records(5, "watches", ref watches);
        visitor.Records(6, "watchers", ref watchers);
        visitor.Records(7, "edges", ref edges);
        return TVisitor.Rebuilds ? new(children, timers, requests, askedBy, watches, watchers, edges) : value!;
    }
}
