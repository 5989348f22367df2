using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Execution;

/// <summary>All that a run is between two rounds: data, of which a checkpoint is a copy.</summary>
internal sealed class KernelState(KernelSettings settings)
{
    private static readonly RunOutcome Interrupted = new RunOutcome.Interrupted();

    private readonly Dictionary<string, FaultSchedule> _faults = settings.Faults.Faults
        .GroupBy(static fault => fault.Path, StringComparer.Ordinal)
        .ToDictionary(static faults => faults.Key, static faults => new FaultSchedule(faults), StringComparer.Ordinal);

    public KernelSettings Settings { get; } = settings;

    public RngKey Key { get; } = RngKey.Root(settings.Seed);

    public ActorTable Actors { get; } = new();

    public RoundQueue Queue { get; } = new();

    public RunLog Log { get; } = new(settings.Observers);

    public HashChain Chain { get; set; } = HashChain.Empty;

    /// <summary>Application deliveries so far: the ordinal of the last one.</summary>
    public long DeliveryCount { get; set; }

    public long DeadLetterCount { get; set; }

    /// <summary>The root, which stays here after it has stopped so that its last state can be read.</summary>
    public ActorCell? Root { get; set; }

    /// <summary>Why the run cannot go on, once it cannot.</summary>
    public RunOutcome? Outcome { get; set; }

    /// <summary>
    /// Where the counters of new actors begin: above those of every actor that has stopped, so that no key is used twice
    /// when a path comes back.
    /// </summary>
    public ActorCounters Floor { get; set; }

    /// <summary>Actors that the commit at work has spawned, in order.</summary>
    public List<ActorCell> Spawned { get; } = [];

    /// <summary>Actors that the commit at work has stopped, in order.</summary>
    public List<ActorCell> Stopped { get; } = [];

    /// <summary>How an actor's id follows from its parent's and its name. Another one only where a test wants collisions.</summary>
    public Func<ActorId, string, ActorId> IdOf { get; init; } = static (parent, name) => parent.Child(name);

    public long Tick => Queue.Tick;

    public int Micro => Queue.Micro;

    /// <summary>The planned faults of a path; null where there are none.</summary>
    public FaultSchedule? FaultsOf(string path) => _faults.GetValueOrDefault(path);

    /// <summary>How a call of Run ends here and now.</summary>
    public RunOutcome OutcomeSoFar => Outcome ?? Interrupted;

    public RunProgress Progress => new(Tick, Micro, DeliveryCount);

    /// <summary>The state of an actor that lives, or of the root.</summary>
    public Result<TState, Error> StateOf<TState>(ActorId actor)
    {
        var cell = Actors.Find(actor) ?? (Root?.Id == actor ? Root : null);
        return cell is not null && cell.TryGetState<TState>(out var found)
            ? Result.Success<TState, Error>(found)
            : Result.Failure<TState, Error>(new(
                Actors.PathOf(actor),
                cell is null ? "no such actor" : "no state of that type",
                $"an actor with a {typeof(TState).Name}",
                "Ask for the root, or for an actor that was not stopped."));
    }

    /// <summary>Sends something in an actor's name.</summary>
    public void SendFrom(ActorCell sender, Envelope envelope, long delayTicks)
    {
        envelope.From = sender.Id;
        envelope.Sequence = ++sender.Sequence;
        Queue.Add(in envelope, delayTicks);
    }

    /// <summary>Sends something in nobody's name: it comes before what actors send to the same receiver.</summary>
    public void SendFromNobody(ActorCell receiver, Envelope envelope)
    {
        envelope.To = receiver.Id;
        envelope.From = ActorId.None;
        envelope.Sequence = ++receiver.Release;
        Queue.Add(in envelope, delayTicks: 0);
    }
}
