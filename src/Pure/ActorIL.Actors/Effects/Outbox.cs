using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Effects;

/// <summary>
/// Where a step appends what it wants done. Appending has no consequence: the host acts on it after the round, and only
/// if the step did not throw. Every method refuses arguments that can never be right by throwing, which fails the step.
/// </summary>
public readonly ref struct Outbox(EffectBuffer buffer)
{
    private readonly EffectBuffer _buffer = buffer;
    private readonly int _start = buffer.Count;

    /// <summary>What this step has appended so far, oldest first.</summary>
    public ReadOnlySpan<Effect> Effects => _buffer.Items[_start..];

    /// <summary>
    /// Sends a message, which arrives in the next round, or <paramref name="delayTicks"/> ticks later.
    /// </summary>
    public void Tell<TMessage>(ActorRef<TMessage> to, TMessage message, long delayTicks = 0)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfNegative(delayTicks);
        _buffer.Append(EffectKind.Tell, to.Id, message, delayTicks);
    }

    /// <summary>A reply address for one ask of this step: put it into the request, then <c>Ask</c> with it.</summary>
    public ReplyTo<TReply> NewReply<TReply>(in Ctx ctx)
        where TReply : class, IFields<TReply> => new(ctx.Self, _buffer.AskNumberNext++);

    /// <summary>
    /// Sends a request; what comes of it reaches <see cref="Behavior{TState, TMessage}.FromAsk"/> under the tag.
    /// </summary>
    /// <param name="to">Who is asked.</param>
    /// <param name="request">Holds <paramref name="replyTo"/>.</param>
    /// <param name="replyTo">Made by <see cref="NewReply{TReply}"/> in this step.</param>
    /// <param name="tag">The asker's name for this kind of ask.</param>
    /// <param name="timeoutTicks">Ticks until the ask is given up, ≥ 1; 0 for never.</param>
    /// <param name="chunkTicks">
    /// Ticks the answer is known to take, such as the steps of a chunk; a time-out must exceed it.
    /// </param>
    public void Ask<TMessage, TReply>(
        ActorRef<TMessage> to,
        TMessage request,
        ReplyTo<TReply> replyTo,
        int tag,
        long timeoutTicks = 0,
        long chunkTicks = 0
    )
        where TMessage : class
        where TReply : class, IFields<TReply>
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(timeoutTicks);
        ArgumentOutOfRangeException.ThrowIfNegative(chunkTicks);
        if (timeoutTicks != 0 && timeoutTicks <= chunkTicks)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeoutTicks),
                FormattableString.Invariant($"Found {timeoutTicks} ticks for a chunk of {chunkTicks}; wanted ")
                    + "none, or more than the chunk takes."
            );
        }

        _buffer.Append(EffectKind.Ask, to.Id, request, timeoutTicks, replyTo.Number, tag);
    }

    /// <summary>Answers an ask, in this step's name, after <paramref name="delayTicks"/> ticks.</summary>
    public void Reply<TReply>(ReplyTo<TReply> to, TReply reply, long delayTicks = 0)
        where TReply : class, IFields<TReply>
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentOutOfRangeException.ThrowIfNegative(delayTicks);
        _buffer.Append(EffectKind.Reply, to.Asker, new ReplyBody<TReply>(reply), delayTicks, to.Number);
    }

    /// <summary>Starts a child; it may be told in this same step.</summary>
    public ActorRef<TMessage> Spawn<TState, TMessage>(in Ctx ctx, string name, Behavior<TState, TMessage> behavior)
        where TState : IFields<TState>
        where TMessage : class, IFields<TMessage>
    {
        ArgumentNullException.ThrowIfNull(behavior);
        var child = ctx.Child<TMessage>(name);
        _buffer.Append(EffectKind.Spawn, child.Id, new SpawnRequest(name, behavior));
        return child;
    }

    /// <summary>Starts a child whose state's type is not known here; it may be told in this same step.</summary>
    /// <typeparam name="TMessage">
    /// The behaviour's own message type; another is a fault when the first one comes.
    /// </typeparam>
    public ActorRef<TMessage> Spawn<TMessage>(in Ctx ctx, string name, Behavior behavior)
        where TMessage : class, IFields<TMessage>
    {
        ArgumentNullException.ThrowIfNull(behavior);
        var child = ctx.Child<TMessage>(name);
        _buffer.Append(EffectKind.Spawn, child.Id, new SpawnRequest(name, behavior));
        return child;
    }

    /// <summary>Stops this actor or a child of it, after the round, with everything below it.</summary>
    public void Stop(ActorId actor) => _buffer.Append(EffectKind.Stop, actor, null);

    /// <summary>
    /// Asks for <paramref name="notice"/> when the actor stops, or at once if there is no such actor.
    /// </summary>
    public void Watch<TMessage>(ActorId actor, TMessage notice)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(notice);
        _buffer.Append(EffectKind.Watch, actor, notice);
    }

    /// <summary>Ends a watch; a notice already on its way is dropped.</summary>
    public void Unwatch(ActorId actor) => _buffer.Append(EffectKind.Unwatch, actor, null);

    /// <summary>Sends <paramref name="message"/> to this actor later. A timer of the same key is replaced.</summary>
    /// <param name="timerKey">The behaviour's name for the timer.</param>
    /// <param name="message">A message of this actor's own type.</param>
    /// <param name="delayTicks">Ticks until it fires, ≥ 1.</param>
    /// <param name="periodTicks">Ticks between further firings, ≥ 1; 0 to fire once.</param>
    public void SetTimer<TMessage>(int timerKey, TMessage message, long delayTicks, long periodTicks = 0)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delayTicks);
        ArgumentOutOfRangeException.ThrowIfNegative(periodTicks);
        _buffer.Append(EffectKind.SetTimer, default, message, delayTicks, periodTicks, timerKey);
    }

    /// <summary>Forgets a timer; a message of it already on its way is dropped.</summary>
    public void CancelTimer(int timerKey) => _buffer.Append(EffectKind.CancelTimer, default, null, tag: timerKey);

    /// <summary>Puts the message at hand aside.</summary>
    public void Stash() => _buffer.Append(EffectKind.Stash, default, null);

    /// <summary>Takes everything put aside back, in its old order, before anything new.</summary>
    public void Unstash() => _buffer.Append(EffectKind.Unstash, default, null);

    /// <summary>
    /// Lets <paramref name="upstream"/> send <paramref name="messageCount"/> more messages to this actor. The first
    /// grant to a sender, even of 0, replaces the default bound between the two; messages on their way count against
    /// it.
    /// </summary>
    public void Credit(ActorId upstream, long messageCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(messageCount);
        _buffer.Append(EffectKind.Credit, upstream, null, number: messageCount);
    }

    /// <summary>
    /// Has something done outside; the result reaches <see cref="Behavior{TState, TMessage}.FromPerform"/> under the
    /// tag.
    /// </summary>
    /// <param name="operation">What to do, as data.</param>
    /// <param name="tag">The behaviour's name for this kind of operation.</param>
    /// <param name="latencyTicks">Ticks it takes in virtual time, ≥ 1, however long it takes in fact.</param>
    public void Perform(IExternalOperation operation, int tag, long latencyTicks = 1)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(latencyTicks);
        _buffer.Append(EffectKind.Perform, default, operation, latencyTicks, tag: tag);
    }

    /// <summary>Reports a number.</summary>
    public void Metric(string name, double value) => Note(new(NoteKind.Metric, name, value, ""));

    /// <summary>Writes a log line.</summary>
    public void Log(NoteKind kind, string name, string text) => Note(new(kind, name, 0, text));

    public void Note(Note note)
    {
        ArgumentNullException.ThrowIfNull(note);
        _buffer.Append(EffectKind.Note, default, note);
    }
}
