using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Execution;

/// <summary>What the round at hand has to tell its observers. Costs nothing where there are none.</summary>
internal sealed class RunLog(ImmutableArray<IRunObserver> observers)
{
    private readonly List<Delivery> _deliveries = [];
    private readonly List<LifecycleEvent> _events = [];
    private readonly List<ObservedNote> _notes = [];

    public bool IsObserved => observers.Length > 0;

    public void Add(in Delivery delivery) => _deliveries.Add(delivery);

    public void Add(ActorSystem system, LifecycleKind kind, ActorId actor, string detail = "")
    {
        if (IsObserved)
        {
            _events.Add(new(kind, system.Tick, system.Micro, actor, detail));
        }
    }

    public void Add(ActorId actor, long ordinal, Note note)
    {
        if (IsObserved)
        {
            _notes.Add(new(actor, ordinal, note));
        }
    }

    /// <summary>Tells the observers and forgets.</summary>
    public void Publish(ActorSystem system)
    {
        var report = new RoundReport(
            system.Actors,
            new(system.Tick, system.Micro, system.DeliveryCount),
            system.Chain,
            CollectionsMarshal.AsSpan(_deliveries),
            CollectionsMarshal.AsSpan(_events),
            CollectionsMarshal.AsSpan(_notes));
        foreach (var observer in observers)
        {
            observer.AfterRound(in report);
        }

        _deliveries.Clear();
        _events.Clear();
        _notes.Clear();
    }
}
