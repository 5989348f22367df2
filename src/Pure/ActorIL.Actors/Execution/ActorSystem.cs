using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Execution;

/// <summary>All that a run is between two rounds: data, of which a checkpoint is a copy.</summary>
internal sealed class ActorSystem(KernelSettings settings)
{
    private static readonly RunOutcome Interrupted = new RunOutcome.Interrupted();

    public KernelSettings Settings { get; } = settings;

    /// <summary>The planned faults by path.</summary>
    public SortedDictionary<string, FaultSchedule> Faults { get; } =
        new(
            settings
                .Faults.Faults.GroupBy(static fault => fault.Path, StringComparer.Ordinal)
                .ToDictionary(
                    static faults => faults.Key,
                    static faults => new FaultSchedule(faults),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );

    public RngKey Key { get; } = RngKey.Root(settings.Seed);

    public ActorTable Actors { get; } = new();

    public RoundQueue Queue { get; } = new();

    public RunLog Log { get; } = new(settings.Observers);

    public HashChain Chain { get; set; } = HashChain.Empty;

    /// <summary>Application deliveries so far: the ordinal of the last one.</summary>
    public long DeliveryCount { get; set; }

    public long DeadLetterCount { get; set; }

    /// <summary>How many operations outside each path has performed: what faults of results are planned by.</summary>
    public SortedDictionary<string, long> OperationCounts { get; } = new(StringComparer.Ordinal);

    /// <summary>The root, which stays here after it has stopped so that its last state can be read.</summary>
    public ActorCell? Root { get; set; }

    /// <summary>Why the run cannot go on, once it cannot.</summary>
    public RunOutcome? Outcome { get; set; }

    /// <summary>
    /// Where the counters of new actors begin: above those of every actor that has stopped, so that no key is used
    /// twice when a path comes back.
    /// </summary>
    public ActorCounters Floor { get; set; }

    /// <summary>Whether envelopes are taken one by one, in the order in which they arrived.</summary>
    public bool IsArrival { get; set; }

    /// <summary>How the last failure was answered in the end; null where it was answered otherwise before.</summary>
    public Directive? Answered { get; set; }

    /// <summary>Told of each actor that begins, where a host keeps something for its actors.</summary>
    public Action<HostedActor>? Begun { get; set; }

    /// <summary>Told who watches whom from here on, where both live.</summary>
    public Action<HostedActor, HostedActor>? Watched { get; set; }

    /// <summary>Told who watches whom no more.</summary>
    public Action<HostedActor, HostedActor>? Unwatched { get; set; }

    /// <summary>Told of each actor that ends, where a host keeps something for its actors.</summary>
    public Action<HostedActor>? Ended { get; set; }

    /// <summary>Actors that the commit at work has spawned, in order.</summary>
    public List<ActorCell> Spawned { get; } = [];

    /// <summary>Actors that the commit at work has stopped, in order.</summary>
    public List<ActorCell> Stopped { get; } = [];

    /// <summary>
    /// How an actor's id follows from its parent's and its name. Another one only where a test wants collisions.
    /// </summary>
    public Func<ActorId, string, ActorId> IdOf { get; init; } = static (parent, name) => parent.Child(name);

    public long Tick => Queue.Tick;

    public int Micro => Queue.Micro;

    /// <summary>The planned faults of a path; null where there are none.</summary>
    public FaultSchedule? FaultsOf(string path) => Faults.GetValueOrDefault(path);

    /// <summary>How a call of Run ends here and now.</summary>
    public RunOutcome OutcomeSoFar => Outcome ?? Interrupted;

    public RunProgress Progress
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Tick, Micro, DeliveryCount);
    }

    /// <summary>The state of an actor that lives, or of the root.</summary>
    public Result<TState, Error> StateOf<TState>(ActorId actor)
    {
        var cell = Actors.Find(actor) ?? (Root?.Id == actor ? Root : null);
        return cell is not null && cell.Port.TryGetState<TState>(out var found)
            ? Result.Success<TState, Error>(found)
            : Result.Failure<TState, Error>(
                new(
                    Actors.PathOf(actor),
                    cell is null ? "no such actor" : "no state of that type",
                    $"an actor with a {typeof(TState).Name}",
                    "Ask for the root, or for an actor that was not stopped."
                )
            );
    }

    /// <summary>The state of an actor that lives, or of the root, as bytes.</summary>
    public Result<ActorStateBytes, Error> StateBytes(ActorId actor)
    {
        if ((Actors.Find(actor) ?? (Root?.Id == actor ? Root : null)) is not { } cell)
        {
            return Result.Failure<ActorStateBytes, Error>(
                new(Actors.PathOf(actor), "no such actor", "one that lives", "Ask for an actor that was not stopped.")
            );
        }

        var blocks = new SortedDictionary<ulong, ParameterBlock>();
        cell.Port.StateBlocks(blocks);
        return Result.Success<ActorStateBytes, Error>(
            new(cell.Id, cell.Path, cell.Port.StateBytes(), cell.Port.StateDescription, [.. blocks.Values])
        );
    }

    /// <summary>A new envelope in an actor's name, to be filled in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Envelope SendFrom(ActorCell sender, ActorId to, long cause, long delayTicks)
    {
        ref var envelope = ref Queue.After(delayTicks).Add(to, sender.Id, ++sender.Sequence);
        envelope.Cause = cause;
        (envelope.SentTick, envelope.SentMicro) = (Tick, Micro);
        return ref envelope;
    }

    /// <summary>A new envelope of the kernel's own in an actor's name.</summary>
    public void SendFrom(ActorCell sender, ActorId to, EnvelopeKind kind, long number, long cause, long delayTicks = 0)
    {
        ref var envelope = ref SendFrom(sender, to, cause, delayTicks);
        envelope.Kind = kind;
        envelope.Number = number;
    }

    /// <summary>A new envelope in nobody's name: it comes before what actors send to the same receiver.</summary>
    public void SendFromNobody(ActorCell receiver, EnvelopeKind kind, long number, long cause)
    {
        ref var envelope = ref Queue.Next.Add(receiver.Id, ActorId.None, ++receiver.Release);
        envelope.Kind = kind;
        envelope.Number = number;
        envelope.Cause = cause;
        (envelope.SentTick, envelope.SentMicro) = (Tick, Micro);
    }

    /// <summary>Sends an envelope that has waited at its receiver on, in nobody's name.</summary>
    public void SendAgain(ActorCell receiver, in Envelope waiting)
    {
        ref var envelope = ref Queue.Next.Add(receiver.Id, ActorId.None, ++receiver.Release);
        var sequence = envelope.Sequence;
        envelope = waiting;
        (envelope.To, envelope.From, envelope.Sequence) = (receiver.Id, ActorId.None, sequence);
        if (waiting.Kind == EnvelopeKind.External)
        {
            Queue.Next.MarkExternal();
        }
    }
}
