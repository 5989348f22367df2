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

    public override TypeName BehaviorName => new("test-scripted", 1);

    public override SupervisionStrategy Strategy => Supervision;

    public override int StashCountMax => StashMax;

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

    public override Order FromAsk(int tag, AskOutcome outcome) => outcome.Match(
        replied: replied => replied.As<Order>(),
        timedOut: _ => new Order(FormattableString.Invariant($"timed out {tag}"), []),
        dead: _ => new Order(FormattableString.Invariant($"dead {tag}"), []));

    public override Order FromPerform(int tag, ExternalOutcome outcome) => outcome.Match(
        completed: completed => completed.As<Order>(),
        refused: refused => new Order($"refused: {refused.Reason}", []));

    private static HashChain Carry(
        Act act, ReplyTo<Order> replyTo, in Ctx ctx, scoped ref Outbox outbox, HashChain digest)
    {
        switch (act.Kind)
        {
            case ActKind.Tell:
                outbox.Tell(new ActorRef<Order>(act.To), new Order(act.Label, act.Nested), act.A);
                break;
            case ActKind.Ask:
                var answer = outbox.NewReply<Order>(in ctx);
                outbox.Ask(
                    new ActorRef<Order>(act.To), new Order(act.Label, act.Nested, answer), answer, (int)act.B, act.A);
                break;
            case ActKind.Reply:
                outbox.Reply(replyTo, new Order(act.Label, act.Nested), act.A);
                break;
            case ActKind.Spawn:
                var child = new ScriptedBehavior(act.Nested)
                {
                    Answer = (Directive)act.A,
                    Supervision = new((SupervisionScope)act.B),
                };
                outbox.Spawn(in ctx, act.Label, child);
                break;
            case ActKind.Stop:
                outbox.Stop(act.To);
                break;
            case ActKind.StopSelf:
                outbox.Stop(ctx.Self);
                break;
            case ActKind.Throw:
                throw new InvalidOperationException(act.Label);
            case ActKind.Watch:
                outbox.Watch(act.To, new Order(act.Label, act.Nested));
                break;
            case ActKind.Unwatch:
                outbox.Unwatch(act.To);
                break;
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
            case ActKind.Credit:
                outbox.Credit(act.To, act.A);
                break;
            case ActKind.Perform:
                outbox.Perform(new TextOperation(act.Label), tag: 1, act.A);
                break;
            case ActKind.Metric:
                outbox.Metric(act.Label, act.A);
                break;
            case ActKind.Draw:
                return digest.Append(ctx.Key.Fold("draw").Bits(0).First);
        }

        return digest;
    }
}
