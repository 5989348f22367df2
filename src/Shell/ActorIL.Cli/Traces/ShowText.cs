using System.Globalization;
using System.Text;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>One delivery as people read it.</summary>
internal static class ShowText
{
    public static string Render(ShownDelivery shown, bool isFull)
    {
        var text = new StringBuilder(Heading(shown));
        AppendMessage(text, shown, isFull);
        if (shown.Step is { } step)
        {
            text.Append(Effects(shown, step));
            text.Append(State(shown, isFull));
        }

        return text.ToString();
    }

    /// <summary>Who, when, and what led to it.</summary>
    public static string Heading(ShownDelivery shown)
    {
        var record = shown.Record;
        var text = new StringBuilder();
        Line(text, "delivery", $"{record.Ordinal}");
        Line(text, "key", $"{record.Key}");
        if (record.SentAs is not null)
        {
            Line(text, "sent as", $"{record.SentKey}");
        }

        Line(text, "from, to", $"{DeliveryLines.NameOf(record.FromPath)} -> {record.ToPath}");
        Line(text, "message", $"{shown.Delivered.Channel.MessageOf(record)}");
        Line(
            text,
            "payload",
            $"{Kept(shown)}, hash {record.PayloadHash:x16}{(record.IsExternal ? ", from outside" : "")}"
        );
        foreach (var cause in shown.Causes)
        {
            var (channel, sent) = (cause.Channel, cause.Record);
            var round = DeliveryLines.Round(sent.Tick, sent.Micro);
            Line(text, "caused by", $"{sent.Ordinal}: {channel.MessageOf(sent)} at {round} to {sent.ToPath}");
        }

        if (shown.Causes.IsEmpty)
        {
            Line(text, "caused by", $"{(record.Cause == 0 ? "the start of the run" : $"delivery {record.Cause}")}");
        }

        return text.ToString();
    }

    /// <summary>The actor's state: what the step changed, or all of it.</summary>
    public static string State(ShownDelivery shown, bool isFull)
    {
        if (shown.Step is not { } step || shown.Before is not { } before)
        {
            return "";
        }

        var text = new StringBuilder();
        if (shown.After is not { } after)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nthe step failed: {step.Failure?.Text ?? "no state after it"}\n"
            );
            return isFull
                ? text.Append("state before\n").Append(new FieldLines(isFull).Render(before)).ToString()
                : text.ToString();
        }

        var changes = StateChanges.Lines(before, after, isFull);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nstate of {step.Path}, {step.Behavior}: {Count(changes.Length)}\n"
        );
        var width = changes.IsEmpty ? 0 : changes.Max(line => line.Path.Length);
        foreach (var (path, change) in changes)
        {
            text.Append("  ").Append(path.PadRight(width)).Append("  ").Append(change).Append('\n');
        }

        if (isFull)
        {
            text.Append("\nstate before\n").Append(new FieldLines(isFull).Render(before));
            text.Append("\nstate after\n").Append(new FieldLines(isFull).Render(after));
        }

        return text.ToString();
    }

    /// <summary>The message, recorded or computed.</summary>
    public static void AppendMessage(StringBuilder text, ShownDelivery shown, bool isFull)
    {
        var lines = new FieldLines(isFull);
        if (shown.IsWhole && shown.Recorded is { } whole)
        {
            text.Append(shown.IsComputed ? "\nmessage\n" : "\nmessage, as recorded\n").Append(lines.Render(whole));
        }
        else if (shown.Computed is { } computed)
        {
            text.Append(
                shown.IsAsRecorded
                    ? "\nmessage, computed again (its hash is the recorded one)\n"
                    : "\nmessage, computed again: NOT the recorded one, by its hash\n"
            );
            text.Append(lines.Render(computed));
        }
        else if (shown.Recorded is { } part)
        {
            text.Append("\nmessage, as far as it was recorded\n").Append(lines.Render(part));
        }
    }

    private static string Effects(ShownDelivery shown, StepObservation step)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\neffects: {step.Effects.Length}\n");
        foreach (var effect in step.Effects)
        {
            text.Append("  ").Append(EffectText.Of(shown, effect)).Append('\n');
        }

        if (!step.IsDeterministic)
        {
            text.Append(CultureInfo.InvariantCulture, $"  NOT deterministic, run twice: {step.Difference}\n");
        }

        return text.ToString();
    }

    private static string Kept(ShownDelivery shown) =>
        shown.Record.Payload.IsEmpty && !shown.IsWhole ? "not recorded"
        : shown.IsWhole ? string.Create(CultureInfo.InvariantCulture, $"{shown.Record.Payload.Length} bytes")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{shown.Record.Payload.Length} bytes of it recorded (level {TraceLevels.NameOf(shown.Level)})"
        );

    private static string Count(int count) =>
        count == 0 ? "unchanged" : string.Create(CultureInfo.InvariantCulture, $"what changed");

    private static void Line(StringBuilder text, string name, FormattableString value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name, -10}  {value.ToString(CultureInfo.InvariantCulture)}\n");
}
