using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Exploration;

/// <summary>
/// Makes a failing simulation smaller: fewer faults, a shorter list of choices, fewer of them other than 0. What is
/// left still fails, and nothing more of it could be left out one by one, unless the attempts ran out.
/// </summary>
/// <remarks>Source: Zeller and Hildebrandt 2002, "Simplifying and isolating failure-inducing input" (ddmin).</remarks>
public static class Shrinking
{
    // Taking a choice out shifts all that follow, so it is tried on lists that are short already.
    private const int RemovalLengthMax = 64;

    /// <param name="scenario">Fails; its order is by key or given.</param>
    /// <param name="fails">Runs a scenario and says whether it fails in the same way.</param>
    /// <param name="attemptCountMax">Runs allowed, ≥ 0.</param>
    public static Scenario Shrink(Scenario scenario, Func<Scenario, bool> fails, int attemptCountMax)
    {
        var attemptCount = 0;
        bool Fails(Scenario candidate) => attemptCount < attemptCountMax && ++attemptCount > 0 && fails(candidate);

        var smallest = scenario;
        Scenario before;
        do
        {
            before = smallest;
            smallest = WithoutExploration(smallest, Fails);
            smallest = WithFewerFaults(smallest, Fails);
            smallest = WithShorterList(smallest, Fails);
            smallest = WithFewerDepartures(smallest, Fails);
            smallest = WithSmallerChoices(smallest, Fails);
        } while (smallest != before);

        return smallest;
    }

    private static Scenario WithoutExploration(Scenario scenario, Func<Scenario, bool> fails)
    {
        var plain = scenario with { Order = new DeliveryOrder.ByKey() };
        return scenario.IsExplored && fails(plain) ? plain : scenario;
    }

    private static Scenario WithFewerFaults(Scenario scenario, Func<Scenario, bool> fails)
    {
        Scenario Keeping(ImmutableArray<int> kept) =>
            scenario with
            {
                Faults = new EquatableArray<PlannedFault>([.. kept.Select(index => scenario.Faults[index])]),
            };
        return Keeping(Minimal(scenario.Faults.Count, kept => fails(Keeping(kept))));
    }

    /// <summary>Halves the list, then takes the last choices off, as long as it fails.</summary>
    private static Scenario WithShorterList(Scenario scenario, Func<Scenario, bool> fails)
    {
        var (shortest, cut) = (scenario, scenario.Choices.Length);
        while (cut > 0)
        {
            var length = shortest.Choices.Length;
            var shorter = Given(scenario, shortest.Choices[..Math.Max(0, length - cut)]);
            (shortest, cut) =
                length > 0 && fails(shorter) ? (shorter, Math.Min(cut, shorter.Choices.Length)) : (shortest, cut / 2);
        }

        return shortest;
    }

    private static Scenario WithFewerDepartures(Scenario scenario, Func<Scenario, bool> fails)
    {
        var choices = scenario.Choices;
        var departures = Enumerable.Range(0, choices.Length).Where(index => choices[index] != 0).ToImmutableArray();
        Scenario Keeping(ImmutableArray<int> kept)
        {
            var fewer = new int[choices.Length];
            foreach (var index in kept)
            {
                fewer[departures[index]] = choices[departures[index]];
            }

            return Given(scenario, [.. fewer]);
        }

        return departures.IsEmpty ? scenario : Keeping(Minimal(departures.Length, kept => fails(Keeping(kept))));
    }

    /// <summary>Takes single choices out of short lists and makes the rest smaller.</summary>
    private static Scenario WithSmallerChoices(Scenario scenario, Func<Scenario, bool> fails)
    {
        var smallest = scenario;
        for (var i = scenario.Choices.Length - 1; i >= 0 && scenario.Choices.Length <= RemovalLengthMax; i--)
        {
            var removed = Given(smallest, smallest.Choices.RemoveAt(i));
            smallest = fails(removed) ? removed : smallest;
        }

        for (var i = 0; i < smallest.Choices.Length; i++)
        {
            for (var choice = 1; choice < smallest.Choices[i]; choice++)
            {
                var smaller = Given(smallest, smallest.Choices.SetItem(i, choice));
                if (fails(smaller))
                {
                    smallest = smaller;
                    break;
                }
            }
        }

        return smallest;
    }

    /// <summary>
    /// Which of 0 … n − 1 must stay: chunks are left out while the rest fails, large ones first, then single ones.
    /// </summary>
    private static ImmutableArray<int> Minimal(int count, Func<ImmutableArray<int>, bool> fails)
    {
        var kept = Enumerable.Range(0, count).ToImmutableArray();
        for (var size = count; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        {
            for (var start = 0; start < kept.Length; )
            {
                var rest = kept.RemoveRange(start, Math.Min(size, kept.Length - start));
                (kept, start) = fails(rest) ? (rest, start) : (kept, start + size);
            }
        }

        return kept;
    }

    private static Scenario Given(Scenario scenario, ImmutableArray<int> choices)
    {
        var length = choices.Length;
        while (length > 0 && choices[length - 1] == 0)
        {
            length--;
        }

        return scenario with
        {
            Order = new DeliveryOrder.Given(new EquatableArray<int>(choices[..length])),
        };
    }
}
