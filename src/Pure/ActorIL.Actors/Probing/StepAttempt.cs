using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;

namespace ActorIL.Actors.Probing;

/// <summary>One time a probed step was run.</summary>
/// <param name="After">The state's bytes; default where there is none.</param>
/// <param name="Failure">What was thrown; empty for nothing.</param>
/// <param name="Effects">What it wanted done.</param>
internal readonly record struct StepAttempt(
    ImmutableArray<byte> After,
    string Failure,
    ImmutableArray<StepEffect> Effects
)
{
    /// <summary>Says how another attempt came out otherwise; empty where it did not.</summary>
    public string Against(StepAttempt other)
    {
        if (Failure != other.Failure)
        {
            return $"once {Outcome(Failure)}, once {Outcome(other.Failure)}";
        }

        if (!After.IsDefault && !other.After.IsDefault && !After.AsSpan().SequenceEqual(other.After.AsSpan()))
        {
            return "another state";
        }

        var (own, others) = (Counting(Effects), Counting(other.Effects));
        for (var i = 0; i < Math.Min(own.Length, others.Length); i++)
        {
            if (own[i] != others[i])
            {
                return string.Create(CultureInfo.InvariantCulture, $"another {own[i].Kind}, effect {i + 1}");
            }
        }

        return own.Length == others.Length
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"once {own.Length} effects, once {others.Length}");
    }

    public static ImmutableArray<StepEffect> EffectsOf(ReadOnlySpan<Effect> effects)
    {
        var seen = ImmutableArray.CreateBuilder<StepEffect>(effects.Length);
        foreach (ref readonly var effect in effects)
        {
            var (body, hash) = BodyOf(effect.Body);
            seen.Add(new(effect.Kind, effect.To, body, hash, effect.DelayTicks, effect.Number, effect.Tag));
        }

        return seen.MoveToImmutable();
    }

    public static string TextOf(Exception? thrown) =>
        thrown is null ? "" : $"{thrown.GetType().Name}: {thrown.Message}";

    private static string Outcome(string failure) => failure.Length == 0 ? "it went through" : failure;

    private static ImmutableArray<StepEffect> Counting(ImmutableArray<StepEffect> effects) =>
        [.. effects.Where(static effect => effect.Kind != EffectKind.Note)];

    private static (string Body, ulong Hash) BodyOf(object? body)
    {
        var buffer = new FieldBuffer();
        switch (body)
        {
            case null:
                return ("", 0);
            case ReplyBody reply:
                reply.Write(buffer);
                return (reply.Name.ToString(), ContentHash.Of(buffer.Written));
            case SpawnRequest spawn:
                return ($"{spawn.Name}: {spawn.Behavior.BehaviorName}", 0);
            case IExternalOperation operation:
                return (operation.OperationName.ToString(), 0);
            case Note note:
                return (string.Create(CultureInfo.InvariantCulture, $"{note.Name} {note.Value:R} {note.Text}"), 0);
            default:
                if (MessageType.Of(body) is not { } type)
                {
                    return (body.GetType().Name, 0);
                }

                type.Write(body, buffer);
                return (type.Name.ToString(), ContentHash.Of(buffer.Written));
        }
    }
}
