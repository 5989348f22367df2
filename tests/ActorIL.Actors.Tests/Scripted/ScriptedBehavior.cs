using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>An actor that does what it is told, so that a test is data.</summary>
internal sealed record ScriptedBehavior(ImmutableArray<Act> InitActs) : Behavior<ScriptState, Order>
{
    public Directive Answer { get; init; } = Directive.Restart;

    public SupervisionStrategy Supervision { get; init; } = SupervisionStrategy.Default;

    public int StashMax { get; init; } = 1024;

    /// <summary>Who lives where: what a script alone does not say, since orders spawn children too.</summary>
    public SortedDictionary<ulong, Behavior>? Lives { get; init; }

    public override TypeName BehaviorName => new("test-scripted", 1);

    public override SupervisionStrategy Strategy => Supervision;

    public override int StashCountMax => StashMax;

    public override Behavior? ChildBehavior(in Ctx ctx, string name) =>
        With(Lives?.GetValueOrDefault(ctx.Child(name).Value), Lives);

    /// <summary>The behaviour, knowing who lives where.</summary>
    public static Behavior? With(Behavior? behavior, SortedDictionary<ulong, Behavior>? lives) =>
        behavior is ScriptedBehavior scripted ? scripted with { Lives = lives } : behavior;

    /// <summary>An actor without an Init to speak of.</summary>
    public static ScriptedBehavior Idle { get; } = new([]);

    public static ScriptedBehavior Of(params ReadOnlySpan<Act> init) => new([.. init]);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var digest = HashChain.Empty;
        foreach (var act in InitActs)
        {
            digest = Carry(act, default, in ctx, ref outbox, digest);
        }

        return new(0, digest.Value);
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
    {
        var digest = new HashChain(state.Digest).Append(message.Label).Append((ulong)ctx.Now);
        foreach (var act in message.Acts)
        {
            digest = Carry(act, message.ReplyTo, in ctx, ref outbox, digest);
        }

        return new(state.Count + 1, digest.Value);
    }

    public override Directive Supervise(ScriptState state, in Failure failure) => Answer;

    public override Order FromAsk(int tag, AskOutcome outcome) =>
        outcome.Match(
            replied: replied => replied.As<Order>(),
            timedOut: _ => new Order(FormattableString.Invariant($"timed out {tag}"), []),
            dead: _ => new Order(FormattableString.Invariant($"dead {tag}"), [])
        );

    public override Order FromPerform(int tag, ExternalOutcome outcome) =>
        outcome.Match(
            completed: completed => completed.As<Order>(),
            refused: refused => new Order($"refused: {refused.Reason}", [])
        );

    private static HashChain Carry(
        Act act,
        ReplyTo<Order> replyTo,
        in Ctx ctx,
        scoped ref Outbox outbox,
        HashChain digest
    )
    {
        switch (act.Kind)
        {
            case ActKind.Throw:
                throw new InvalidOperationException(act.Label);
            case ActKind.Draw:
                return digest.Append(ctx.Key.Fold("draw").Bits(0).First);
            case ActKind.Tell or ActKind.Ask or ActKind.Reply or ActKind.Credit:
                Send(act, replyTo, in ctx, ref outbox);
                return digest;
            case ActKind.Spawn or ActKind.Stop or ActKind.StopSelf or ActKind.Watch or ActKind.Unwatch:
                Manage(act, in ctx, ref outbox);
                return digest;
            default:
                Wait(act, ref outbox);
                return digest;
        }
    }

    private static void Send(Act act, ReplyTo<Order> replyTo, in Ctx ctx, scoped ref Outbox outbox)
    {
        var to = new ActorRef<Order>(act.To);
        switch (act.Kind)
        {
            case ActKind.Tell:
                outbox.Tell(to, new Order(act.Label, act.Nested), act.A);
                break;
            case ActKind.Ask:
                var answer = outbox.NewReply<Order>(in ctx);
                outbox.Ask(to, new Order(act.Label, act.Nested, answer), answer, (int)act.B, act.A);
                break;
            case ActKind.Reply:
                outbox.Reply(replyTo, new Order(act.Label, act.Nested), act.A);
                break;
            default:
                outbox.Credit(act.To, act.A);
                break;
        }
    }

    private static void Manage(Act act, in Ctx ctx, scoped ref Outbox outbox)
    {
        switch (act.Kind)
        {
            case ActKind.Spawn:
                var child = new ScriptedBehavior(act.Nested)
                {
                    Answer = (Directive)act.A,
                    Supervision = new((SupervisionScope)act.B),
                };
                outbox.Spawn(in ctx, act.Label, child);
                break;
            case ActKind.Watch:
                outbox.Watch(act.To, new Order(act.Label, act.Nested));
                break;
            case ActKind.Unwatch:
                outbox.Unwatch(act.To);
                break;
            default:
                outbox.Stop(act.Kind == ActKind.StopSelf ? ctx.Self : act.To);
                break;
        }
    }

    private static void Wait(Act act, scoped ref Outbox outbox)
    {
        switch (act.Kind)
        {
            case ActKind.SetTimer:
                outbox.SetTimer((int)act.B, new Order(act.Label, act.Nested), act.A, (long)act.To.Value);
                break;
            case ActKind.CancelTimer:
                outbox.CancelTimer((int)act.B);
                break;
            case ActKind.Stash:
                outbox.Stash();
                break;
            case ActKind.Unstash:
                outbox.Unstash();
                break;
            case ActKind.Perform:
                outbox.Perform(new TextOperation(act.Label), tag: 1, act.A);
                break;
            default:
                outbox.Metric(act.Label, act.A);
                break;
        }
    }
}
