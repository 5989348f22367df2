using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Execution;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Driving;

/// <summary>Runs the steps of one actor without its system.</summary>
internal abstract class ActorDriver
{
    /// <summary>Whether there is a state.</summary>
    public abstract bool IsStarted { get; }

    /// <summary>Begins, or begins anew.</summary>
    public abstract DrivenStep Init(long tick);

    /// <summary>Hands it a message by its bytes; an error where these are none.</summary>
    public abstract Result<DrivenStep, Error> Receive(
        long tick,
        ImmutableArray<byte> message,
        Func<ulong, ParameterBlock?> blocks
    );

    /// <summary>Goes back before the last step, as after a failure.</summary>
    public abstract void Undo();

    /// <summary>The hash of the state; 0 where there is none.</summary>
    public abstract ulong StateHash();
}

/// <summary>Runs the steps of one actor of these types.</summary>
internal sealed class ActorDriver<TState, TMessage>(
    Behavior<TState, TMessage> behavior,
    ActorId self,
    ActorId parent,
    RngKey key
) : ActorDriver
    where TState : IFields<TState>
    where TMessage : class, IFields<TMessage>
{
    private readonly FieldBuffer _buffer = new();
    private TState _state = default!;
    private TState _before = default!;
    private bool _isStarted;
    private bool _wasStarted;
    private long _numberNext = 1;
    private long _numberBefore = 1;

    public override bool IsStarted => _isStarted;

    public override DrivenStep Init(long tick) => Run(tick, null);

    public override Result<DrivenStep, Error> Receive(
        long tick,
        ImmutableArray<byte> message,
        Func<ulong, ParameterBlock?> blocks
    ) => FieldCodec.Read<TMessage>(message.AsSpan(), blocks).Map(read => Run(tick, read));

    public override void Undo()
    {
        // A failure takes a number of its own.
        (_state, _isStarted, _numberNext) = (_before, _wasStarted, _numberBefore + 1);
    }

    public override ulong StateHash() => _isStarted ? FieldCodec.Hash(_state, _buffer) : 0;

    private DrivenStep Run(long tick, TMessage? message)
    {
        (_before, _wasStarted, _numberBefore) = (_state, _isStarted, _numberNext);
        var effects = new EffectBuffer { AskNumberNext = _numberNext };
        var thrown = ActorKernel.Attempt(() =>
        {
            var ctx = new Ctx(self, parent, tick, key);
            var outbox = new Outbox(effects);
            _state = message is null
                ? behavior.Init(in ctx, ref outbox)
                : behavior.Receive(in ctx, _state, message, ref outbox);
        });
        if (thrown is not null)
        {
            return new($"{thrown.GetType().Name}: {thrown.Message}", []);
        }

        _isStarted = true;
        _numberNext = effects.AskNumberNext;
        var sent = ImmutableArray.CreateBuilder<SentMessage>();
        foreach (ref readonly var effect in effects.Items)
        {
            // Each of these takes one of the actor's own numbers when it is carried out.
            _numberNext += effect.Kind is EffectKind.SetTimer or EffectKind.Watch or EffectKind.Perform ? 1 : 0;
            if (effect.Kind is EffectKind.Tell or EffectKind.Ask or EffectKind.Reply)
            {
                sent.Add(Sent(tick, in effect));
            }
        }

        return new("", sent.DrainToImmutable());
    }

    private SentMessage Sent(long tick, in Effect effect)
    {
        _buffer.Clear();
        var isReply = effect.Body is ReplyBody;
        var type = isReply ? null : MessageType.Of(effect.Body!);
        var name = type?.Name ?? (effect.Body as ReplyBody)?.Name ?? new(effect.Body!.GetType().Name, 0);
        type?.Write(effect.Body!, _buffer);
        return new(
            effect.To,
            name,
            type?.Description ?? new(name, [], []),
            [.. _buffer.Written],
            type is null ? 0 : ContentHash.Of(_buffer.Written),
            isReply,
            tick + (effect.Kind == EffectKind.Ask ? 0 : effect.DelayTicks)
        );
    }
}
