using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Exploration;

/// <summary>Scenarios as a short text that a shell takes between quotes, and back.</summary>
/// <remarks>
/// As in <c>order=given:12:1,40:2 faults=crash:3:/run/learner,late:1:7:/run/robot</c>. A choice is its index and its
/// value, a zero is not written; a fault is its kind, its index, its ticks where it has some, and its path.
/// </remarks>
public static class ScenarioText
{
    private const string OrderName = "order=";
    private const string FaultsName = "faults=";
    private const int ChoiceCountMax = 10_000_000;

    public static string Write(Scenario scenario)
    {
        var order = scenario.Order.Match(
            byKey: _ => "keys",
            atRandom: random => $"random:{random.Key}",
            byPriority: order =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"priority:{order.Key}:{order.ChangeCount}:{order.ChoiceCount}"
                ),
            given: given => $"given:{string.Join(',', Departures(given.Choices.Items))}"
        );
        var faults = scenario.Faults.Items.Select(Write);
        return scenario.Faults.Count == 0
            ? $"{OrderName}{order}"
            : $"{OrderName}{order} {FaultsName}{string.Join(',', faults)}";
    }

    /// <summary>The scenario of a text, or what is wrong with it.</summary>
    public static Result<Scenario, Error> Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var order =
            words.Length > 0 && words[0].StartsWith(OrderName, StringComparison.Ordinal)
                ? ReadOrder(words[0][OrderName.Length..])
                : null;
        var faults = words.Length < 2 ? [] : ReadFaults(words[1]);
        return order is not null && faults is { } plan && words.Length <= 2
            ? Result.Success<Scenario, Error>(new(order, new EquatableArray<PlannedFault>(plan)))
            : Result.Failure<Scenario, Error>(
                new(
                    "the scenario",
                    $"\"{text}\"",
                    "order=keys, order=given:INDEX:CHOICE,... or another order, perhaps faults=KIND:INDEX:PATH,...",
                    "Copy the whole text of the command that was printed."
                )
            );
    }

    private static IEnumerable<string> Departures(ImmutableArray<int> choices) =>
        choices
            .Select((choice, index) => (choice, index))
            .Where(pair => pair.choice != 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.index}:{pair.choice}"));

    private static string Write(PlannedFault fault)
    {
        var ticks = HasTicks(fault.Kind) ? string.Create(CultureInfo.InvariantCulture, $"{fault.Ticks}:") : "";
        var path = string.Join('/', fault.Path.Split('/').Select(Uri.EscapeDataString));
        return string.Create(CultureInfo.InvariantCulture, $"{NameOf(fault.Kind)}:{fault.DeliveryIndex}:{ticks}{path}");
    }

    private static bool HasTicks(FaultKind kind) => kind is FaultKind.DelayResult or FaultKind.DuplicateResult;

    private static string NameOf(FaultKind kind) =>
        kind switch
        {
            FaultKind.Crash => "crash",
            FaultKind.Failure => "failure",
            FaultKind.DelayResult => "late",
            FaultKind.DuplicateResult => "twice",
        };

    private static DeliveryOrder? ReadOrder(string text)
    {
        var parts = text.Split(':');
        return parts switch
        {
            ["keys"] => new DeliveryOrder.ByKey(),
            ["random", var key] => Key(key) is { } own ? new DeliveryOrder.AtRandom(own) : null,
            ["priority", var key, var changes, var choices] => Key(key) is { } own
            && Number(changes) is { } changeCount and <= int.MaxValue
            && Number(choices) is { } choiceCount and >= 1 and <= int.MaxValue
                ? new DeliveryOrder.ByPriority(own, (int)changeCount, (int)choiceCount)
                : null,
            ["given", ..] => ReadChoices(text["given:".Length..]) is { } given
                ? new DeliveryOrder.Given(new EquatableArray<int>(given))
                : null,
            _ => null,
        };
    }

    private static ImmutableArray<int>? ReadChoices(string text)
    {
        var choices = new List<int>();
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                pair.Split(':') is not [var at, var what]
                || Number(at) is not { } index
                || Number(what) is not { } choice
                || index < choices.Count
                || index > ChoiceCountMax
                || choice > int.MaxValue
            )
            {
                return null;
            }

            choices.AddRange(Enumerable.Repeat(0, (int)index - choices.Count));
            choices.Add((int)choice);
        }

        return [.. choices];
    }

    private static ImmutableArray<PlannedFault>? ReadFaults(string word)
    {
        if (!word.StartsWith(FaultsName, StringComparison.Ordinal))
        {
            return null;
        }

        var faults = ImmutableArray.CreateBuilder<PlannedFault>();
        foreach (var text in word[FaultsName.Length..].Split(','))
        {
            if (ReadFault(text) is not { } fault)
            {
                return null;
            }

            faults.Add(fault);
        }

        return faults.ToImmutable();
    }

    private static PlannedFault? ReadFault(string text)
    {
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            if (text.StartsWith($"{NameOf(kind)}:", StringComparison.Ordinal))
            {
                var parts = text.Split(':');
                var path = Uri.UnescapeDataString(parts[^1]);
                return
                    parts.Length == (HasTicks(kind) ? 4 : 3)
                    && path.StartsWith('/')
                    && Number(parts[1]) is { } index
                    && Number(parts[^2]) is { } ticks
                    ? new(path, index, kind, HasTicks(kind) ? ticks : 0)
                    : null;
            }
        }

        return null;
    }

    private static RngKey? Key(string text) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
