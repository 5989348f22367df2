using System.Globalization;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Probing;

namespace ActorIL.Cli.Traces;

/// <summary>Effects of a step as people read them.</summary>
internal static class EffectText
{
    public static string Of(ShownDelivery shown, StepEffect effect) =>
        effect.Kind switch
        {
            EffectKind.Tell => $"tell {To(shown, effect)} {effect.Body}{Hash(effect)}{Delay(effect)}",
            EffectKind.Ask => $"ask {To(shown, effect)} {effect.Body}{Hash(effect)}",
            EffectKind.Reply => $"reply to {To(shown, effect)} {effect.Body}{Hash(effect)}",
            EffectKind.Spawn => $"spawn {effect.Body}",
            EffectKind.Stop => $"stop {To(shown, effect)}",
            EffectKind.Watch => $"watch {To(shown, effect)}",
            EffectKind.Unwatch => $"unwatch {To(shown, effect)}",
            EffectKind.SetTimer => $"set timer {Number(effect.Tag)}: {effect.Body}{Delay(effect)}",
            EffectKind.CancelTimer => $"cancel timer {Number(effect.Tag)}",
            EffectKind.Stash => "stash the message",
            EffectKind.Unstash => "unstash",
            EffectKind.Credit => $"credit {To(shown, effect)} with {Number(effect.Number)} messages",
            EffectKind.Perform => $"perform {effect.Body}{Delay(effect)}",
            EffectKind.Note => $"note {effect.Body}".TrimEnd(),
        };

    /// <summary>The kind in lower case with underscores, for programs.</summary>
    public static string NameOf(EffectKind kind) =>
        kind switch
        {
            EffectKind.Tell => "tell",
            EffectKind.Ask => "ask",
            EffectKind.Reply => "reply",
            EffectKind.Spawn => "spawn",
            EffectKind.Stop => "stop",
            EffectKind.Watch => "watch",
            EffectKind.Unwatch => "unwatch",
            EffectKind.SetTimer => "set_timer",
            EffectKind.CancelTimer => "cancel_timer",
            EffectKind.Stash => "stash",
            EffectKind.Unstash => "unstash",
            EffectKind.Credit => "credit",
            EffectKind.Perform => "perform",
            EffectKind.Note => "note",
        };

    private static string To(ShownDelivery shown, StepEffect effect) => shown.PathOf(effect.To);

    private static string Hash(StepEffect effect) =>
        effect.BodyHash == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", hash {effect.BodyHash:x16}");

    private static string Delay(StepEffect effect) =>
        effect.DelayTicks == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", after {effect.DelayTicks} ticks");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
