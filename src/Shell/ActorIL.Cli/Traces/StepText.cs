using System.Globalization;
using System.Text;

namespace ActorIL.Cli.Traces;

/// <summary>What the stepper shows, as text.</summary>
internal static class StepText
{
    // Deliveries of one round that are listed.
    private const int RoundCountMax = 12;

    /// <summary>Where the walk stands: one line.</summary>
    public static string Place(StepScreen screen)
    {
        if (screen.Shown is not { } shown)
        {
            return "before the first delivery\n";
        }

        var record = shown.Record;
        var round = DeliveryLines.Round(record.Tick, record.Micro);
        var from = DeliveryLines.NameOf(record.FromPath);
        var message = shown.Delivered.Channel.MessageOf(record);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Ordinal}  {round}  {from} -> {record.ToPath}  {message}\n"
        );
    }

    /// <summary>What the command asked for beside the place; empty for a step.</summary>
    public static string Detail(StepScreen screen)
    {
        var text = new StringBuilder();
        if (screen is { Command: StepCommands.Show, Shown: { } shown })
        {
            text.Append(ShowText.Render(shown, screen.IsFull));
        }

        if (screen is { Command: StepCommands.Where, Shown: { } caused })
        {
            text.Append(ShowText.Heading(caused));
        }

        foreach (var actor in screen.Actors)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {actor.StateHash:x16}  {actor.Path}\n");
        }

        return text.Append(screen.Text).ToString();
    }

    /// <summary>The deliveries of the round, the one at hand marked.</summary>
    public static string Round(StepScreen screen)
    {
        var text = new StringBuilder();
        var ordinal = screen.Shown?.Record.Ordinal ?? 0;
        var index = 0;
        while (index < screen.Round.Length && screen.Round[index].Record.Ordinal < ordinal)
        {
            index++;
        }

        var first = Math.Clamp(index - (RoundCountMax / 2), 0, Math.Max(0, screen.Round.Length - RoundCountMax));
        foreach (var delivered in screen.Round.Skip(first).Take(RoundCountMax))
        {
            text.Append(delivered.Record.Ordinal == ordinal ? "> " : "  ").Append(DeliveryLines.Of(delivered));
        }

        var leftOutCount = screen.Round.Length - RoundCountMax;
        return leftOutCount > 0
            ? text.Append(CultureInfo.InvariantCulture, $"  and {leftOutCount} more in this round\n").ToString()
            : text.ToString();
    }
}
