using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>What a trace adds up to, as people read it.</summary>
internal static class TraceInfoText
{
    private const double NanosecondsPerSecond = 1e9;

    public static string Render(string file, TraceSurvey survey)
    {
        var text = new StringBuilder();
        var manifest = survey.Manifest;
        Line(text, "trace", file);
        Line(text, "run", $"{manifest.Environment}, seed {manifest.Seed}, configuration {manifest.SemanticHash}");
        Line(text, "started", $"{manifest.StartedAt}, {manifest.Host} host, {manifest.Workers} workers");
        Line(text, "made by", $"ActorIL {manifest.CodeVersion} {manifest.Commit}".TrimEnd());
        Line(text, "level", $"{TraceLevels.NameOf(manifest.Level)}: {Keeps(manifest.Level)}");
        Line(text, "deliveries", Deliveries(survey));
        Line(text, "virtual time", Time(survey));
        Line(text, "boundaries", Counts(survey.Boundaries));
        Line(text, "events", Counts(survey.Events));
        Line(text, "chain", survey.Chain.ToString("x16", CultureInfo.InvariantCulture));
        Line(text, "ending", Ending(survey.Ending));
        Line(text, "size", Size(survey));
        AppendHistory(text, survey);
        AppendTable(text, "message", survey.Messages);
        AppendTable(text, "received by", survey.Actors);
        return text.ToString();
    }

    private static void AppendHistory(StringBuilder text, TraceSurvey survey)
    {
        foreach (var plugin in survey.Manifest.Plugins)
        {
            Line(text, "plug-in", $"{plugin.Name} {plugin.Version}, contract {plugin.Contract}, {plugin.Path}");
            Line(text, "", $"sha256 {plugin.FileHash}");
        }

        foreach (var resumption in survey.Manifest.Resumptions)
        {
            Line(text, "resumed", $"after delivery {resumption.Ordinal}, {resumption.At}, {resumption.CodeVersion}");
        }

        if (survey.Manifest.Parent is { } parent)
        {
            Line(
                text,
                "forked from",
                $"{parent.Trace} after delivery {parent.Ordinal}, with {string.Join(", ", parent.Changes)}"
            );
        }

        if (survey.Excerpt is { } excerpt)
        {
            Line(text, "excerpt of", $"{excerpt.Source}: {excerpt.Filter}");
        }

        if (survey.Problem is { } problem)
        {
            Line(text, "not whole", problem.Found);
            Line(text, "remedy", "`actoril trace repair` makes a whole file of what is there");
        }
    }

    private static string Deliveries(TraceSurvey survey) =>
        survey.RecordedCount == survey.DeliveryCount
            ? Invariant($"{survey.DeliveryCount}")
            : Invariant($"{survey.DeliveryCount}, of which {survey.RecordedCount} are recorded");

    private static string Time(TraceSurvey survey)
    {
        var tick = (ulong)survey.Manifest.TickNanoseconds;
        var seconds = (survey.EndNanoseconds - survey.StartNanoseconds) / NanosecondsPerSecond;
        return Invariant(
            $"ticks {survey.StartNanoseconds / tick} to {survey.EndNanoseconds / tick}, {seconds:0.######} seconds"
        );
    }

    private static string Ending(EndingRecord? ending) =>
        ending is null
            ? "not recorded"
            : Invariant($"{ending.Outcome}, digest {ending.Digest}, result digest {ending.ResultDigest}");

    private static string Size(TraceSurvey survey) =>
        survey.IsClosed
            ? Invariant($"{survey.ByteCount} bytes, closed")
            : Invariant($"{survey.ByteCount} bytes, not closed: the first {survey.WholeByteCount} are whole");

    private static string Keeps(TraceLevel level) =>
        level switch
        {
            TraceLevel.Off => "nothing",
            TraceLevel.Seed => "what a replay needs and state digests; no deliveries, no messages, no events",
            TraceLevel.Keys => "keys, causes and hashes of deliveries; no payloads",
            TraceLevel.Actions =>
                "deliveries with actions, rewards, endings and labels; no observations, no parameters",
            TraceLevel.Full => "deliveries with whole payloads, and parameters",
        };

    private static string Counts(ImmutableSortedDictionary<string, long> counts) =>
        counts.IsEmpty ? "none" : string.Join(", ", counts.Select(pair => Invariant($"{pair.Value} {pair.Key}")));

    private static void AppendTable(StringBuilder text, string name, ImmutableSortedDictionary<string, long> counts)
    {
        if (!counts.IsEmpty)
        {
            text.Append('\n')
                .Append(
                    TextTable.Render(
                        ["deliveries", name],
                        [.. counts.Select(pair => new[] { Invariant($"{pair.Value}"), pair.Key })]
                    )
                );
        }
    }

    private static void Line(StringBuilder text, string name, FormattableString value) =>
        Line(text, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name, -12}  {value}\n");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
