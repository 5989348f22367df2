using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorIL.Actors.Exploration;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Files;
using ActorIL.Training.Simulation;

namespace ActorIL.Cli.Simulation;

/// <summary>What simulations came to, for people and for programs.</summary>
internal static class SimulationView
{
    public static ExitCode Write(Terminal terminal, SimulationSummary summary)
    {
        if (summary.Request.IsJson)
        {
            terminal.WriteJson(writer => Write(writer, summary));
        }
        else
        {
            terminal.Out.Write(Text(summary));
            terminal.Out.Flush();
        }

        return summary.ExitCode;
    }

    private static string Text(SimulationSummary summary)
    {
        var text = new StringBuilder();
        Line(text, $"simulations    {summary.Results.Length}: {Orders(summary)}");
        Line(text, $"faults         {summary.CrashCount} crashes, {summary.FailureCount} behaviour failures struck");
        Line(text, $"ended early    {summary.EndedByFailureCount} by a failure that nobody can repair");
        var (plain, oneByOne) = (summary.Baseline.RoundCount, summary.Baseline.RoundCountOneByOne);
        Line(text, $"rounds         at most {summary.RoundCountMax}; plain run {plain}, one by one {oneByOne}");
        Line(text, $"mailboxes      at most {summary.MailboxMax}, allowed are {summary.Baseline.MailboxCountMax}");
        Line(text, $"digest         {summary.Baseline.Digest}");
        Line(text, $"result digest  {summary.Baseline.ResultDigest}");
        Line(text, $"time           {summary.WallTime.TotalSeconds:F1} s, {summary.PerSecond:F0} simulations/s");
        if (summary.Shrunk is { } failed)
        {
            WriteFailed(text, summary, failed);
        }
        else
        {
            Line(text, $"every invariant held");
        }

        return text.ToString();
    }

    private static void WriteFailed(StringBuilder text, SimulationSummary summary, SimulationResult failed)
    {
        Line(text, $"\nsimulation {summary.Results.Length - 1} broke an invariant");
        foreach (var broken in failed.Broken)
        {
            Line(text, $"  {InvariantNames.Of(broken.Invariant)}: {broken.Text}");
        }

        var (departures, choices) = (failed.Scenario.DepartureCount, failed.Scenario.Choices.Length);
        var faults = failed.Scenario.Faults.Count;
        Line(text, $"its schedule: {choices} choices, {departures} of them not the first, {faults} faults");
        Line(text, $"  {ScenarioText.Write(failed.Scenario)}");
        Line(text, $"repeat it with\n  {summary.Request.CommandOf(failed.Scenario)}");
    }

    private static string Orders(SimulationSummary summary) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.ByKeyCount} in the order of the keys, {summary.RandomCount} random, "
                + $"{summary.PriorityCount} by priorities, {summary.GivenCount} given"
        );

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Write(Utf8JsonWriter writer, SimulationSummary summary)
    {
        writer.WriteNumber("simulations", summary.Results.Length);
        writer.WriteBoolean("held", summary.Shrunk is null);
        writer.WriteStartObject("orders");
        writer.WriteNumber("keys", summary.ByKeyCount);
        writer.WriteNumber("random", summary.RandomCount);
        writer.WriteNumber("priority", summary.PriorityCount);
        writer.WriteNumber("given", summary.GivenCount);
        writer.WriteEndObject();
        writer.WriteNumber("crashes", summary.CrashCount);
        writer.WriteNumber("failures", summary.FailureCount);
        writer.WriteNumber("ended_by_failure", summary.EndedByFailureCount);
        writer.WriteBoolean("performs_externally", summary.Baseline.HasOperations);
        writer.WriteNumber("rounds_max", summary.RoundCountMax);
        writer.WriteNumber("rounds_plain", summary.Baseline.RoundCount);
        writer.WriteNumber("rounds_one_by_one", summary.Baseline.RoundCountOneByOne);
        writer.WriteNumber("mailbox_max", summary.MailboxMax);
        writer.WriteNumber("mailbox_bound", summary.Baseline.MailboxCountMax);
        writer.WriteString("digest", summary.Baseline.Digest.ToString());
        writer.WriteString("result_digest", summary.Baseline.ResultDigest.ToString());
        writer.WriteNumber("seed", summary.Request.Seed);
        writer.WriteFinite("wall_seconds", summary.WallTime.TotalSeconds);
        WriteFailed(writer, summary);
    }

    private static void WriteFailed(Utf8JsonWriter writer, SimulationSummary summary)
    {
        if (summary.Shrunk is not { } failed)
        {
            writer.WriteNull("broken");
            return;
        }

        writer.WriteStartObject("broken");
        writer.WriteNumber("index", summary.Results.Length - 1);
        writer.WriteStartArray("invariants");
        foreach (var broken in failed.Broken)
        {
            writer.WriteStartObject();
            writer.WriteString("invariant", InvariantNames.Of(broken.Invariant));
            writer.WriteString("text", broken.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("choices", failed.Scenario.Choices.Length);
        writer.WriteNumber("departures", failed.Scenario.DepartureCount);
        writer.WriteNumber("faults", failed.Scenario.Faults.Count);
        writer.WriteString("scenario", ScenarioText.Write(failed.Scenario));
        writer.WriteString("command", summary.Request.CommandOf(failed.Scenario));
        writer.WriteEndObject();
    }
}
