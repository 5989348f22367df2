using System.Globalization;
using System.Text;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>A comparison as people read it.</summary>
internal static class VerifyText
{
    public static string Render(ReplayedRun run, VerifyReport report)
    {
        var text = new StringBuilder();
        if (report.Divergence is not { } divergence)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"identical: {report.Deliveries} deliveries computed again, digest {report.Digest}\n"
            );
            return text.ToString();
        }

        var found = divergence.Found;
        text.Append(CultureInfo.InvariantCulture, $"diverged: {DivergenceNames.Of(found.Class)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {DivergenceNames.Meaning(found.Class)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  the same up to   delivery {found.SameUntil}\n");
        AppendDelivery(text, found);
        if (found.Boundary.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  at boundary      {found.Boundary}\n");
        }

        AppendSides(text, divergence);
        foreach (var cause in divergence.Causes)
        {
            var message = cause.Channel.MessageOf(cause.Record);
            text.Append(CultureInfo.InvariantCulture, $"  caused by        {cause.Record.Ordinal}: {message} ");
            text.Append(CultureInfo.InvariantCulture, $"to {cause.Record.ToPath}, key {cause.Record.Key}\n");
        }

        AppendSender(text, found);
        foreach (var change in divergence.Changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  changed          {change}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  why              {divergence.Reason}\n");
        foreach (var changed in report.ChangedPlugins)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {changed}\n");
        }

        if (divergence.Hint.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  to learn more    {divergence.Hint}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"History is {run.Trace.Path}; code is this program.\n")
            .ToString();
    }

    private static void AppendDelivery(StringBuilder text, TraceDivergence found)
    {
        if ((found.Recorded ?? found.Recomputed) is not { } either)
        {
            return;
        }

        var channel = found.RecordedChannel ?? found.RecomputedChannel;
        text.Append(CultureInfo.InvariantCulture, $"  first difference delivery {either.Ordinal}, key {either.Key}\n");
        text.Append(CultureInfo.InvariantCulture, $"  from, to         {either.FromPath} -> {either.ToPath}\n");
        text.Append(CultureInfo.InvariantCulture, $"  message          {channel?.MessageOf(either)}\n");
    }

    private static void AppendSides(StringBuilder text, DivergenceReport divergence)
    {
        var found = divergence.Found;
        if (divergence.Field is { } field)
        {
            text.Append(CultureInfo.InvariantCulture, $"  field            {field.Path}\n");
            text.Append(CultureInfo.InvariantCulture, $"  history          {LeafText.Of(field.One) ?? "nothing"}\n");
            text.Append(CultureInfo.InvariantCulture, $"  code             {LeafText.Of(field.Other) ?? "nothing"}\n");
            if (field.Ulps is { } ulps)
            {
                text.Append(CultureInfo.InvariantCulture, $"  apart            {ulps} ulp\n");
            }

            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"  history          {Side(found.Recorded, found.History)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  code             {Side(found.Recomputed, found.Code)}\n");
    }

    private static string Side(DeliveryRecord? record, string words) =>
        words.Length > 0 ? words
        : record is null ? "nothing"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"payload of hash {record.PayloadHash:x16} at {record.Tick}.{record.Micro}"
        );

    private static void AppendSender(StringBuilder text, TraceDivergence found)
    {
        var sender = (found.Recorded ?? found.Recomputed)?.FromPath ?? "";
        if (found.Marks.TryGetValue(sender, out var mark))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  sender's state   {mark.StateHash:x16}, the same in both after delivery {mark.Ordinal}\n"
            );
        }
    }
}
