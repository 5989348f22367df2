using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Outside;

/// <summary>
/// Brings instances to the states they are due at: by the program's snapshots, or by starting their episodes again and
/// taking every action of them again, side by side. What they then show must be what was seen there.
/// </summary>
/// <param name="identity">What the program said of itself.</param>
/// <param name="exchange">The process.</param>
/// <param name="exchangeCountMax">The most instances in one exchange.</param>
internal sealed class ExternalRestoring(ExternalIdentity identity, IExternalExchange exchange, int exchangeCountMax)
{
    private readonly int _observationSize = identity.Observations.Size;
    private readonly int _actionSize = identity.Actions.Size;

    public void Run(ReadOnlySpan<ExternalInstance?> instances)
    {
        if (!IsAnyDue(instances))
        {
            return;
        }

        // The index of an instance is its row, which failures name.
        var due = instances
            .ToArray()
            .Select(static (instance, row) => (Instance: instance!, Row: row))
            .Where(static each => each.Instance?.Due is not null)
            .ToImmutableArray();
        foreach (var part in due.Where(static each => !each.Instance.Due!.Snapshot.IsEmpty).Chunk(exchangeCountMax))
        {
            exchange.Restore(
                part.Select(static each => each.Instance.Number).ToArray(),
                part.Select(static each => each.Instance.Due!.Snapshot).ToArray()
            );
            foreach (var (instance, _) in part)
            {
                instance.Arrive(instance.Due!.Observation.AsSpan());
            }
        }

        // The longest first, so that those that still have actions to take are always the first ones.
        var again = due.Where(static each => each.Instance.Due is not null)
            .OrderByDescending(static each => each.Instance.Due!.StepCount);
        foreach (var part in again.Chunk(exchangeCountMax))
        {
            Repeat(part);
        }
    }

    private static bool IsAnyDue(ReadOnlySpan<ExternalInstance?> instances)
    {
        foreach (var instance in instances)
        {
            if (instance?.Due is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void Repeat(ReadOnlySpan<(ExternalInstance Instance, int Row)> due)
    {
        var numbers = new int[due.Length];
        var seeds = new ulong[due.Length];
        var observations = new float[due.Length * _observationSize];
        for (var i = 0; i < due.Length; i++)
        {
            (numbers[i], seeds[i]) = (due[i].Instance.Number, due[i].Instance.Due!.Seed.Value);
        }

        exchange.Reset(numbers, seeds, observations);
        for (var i = 0; i < due.Length; i++)
        {
            ObservationCheck.Require(identity.Observations, due[i].Row, Row(observations, i));
        }

        var stepCountMax = due[0].Instance.Due!.StepCount;
        for (var step = 0; step < stepCountMax; step++)
        {
            StepAgain(due, step, numbers, observations);
        }

        for (var i = 0; i < due.Length; i++)
        {
            var (instance, _) = due[i];
            RequireSame(instance.Due!, Row(observations, i));
            instance.Arrive(Row(observations, i));
        }
    }

    private void StepAgain(
        ReadOnlySpan<(ExternalInstance Instance, int Row)> due,
        int step,
        ReadOnlySpan<int> numbers,
        Span<float> observations
    )
    {
        var count = 0;
        while (count < due.Length && due[count].Instance.Due!.StepCount > step)
        {
            count++;
        }

        var actions = new float[count * _actionSize];
        for (var i = 0; i < count; i++)
        {
            due[i]
                .Instance.Due!.Actions.AsSpan()
                .Slice(step * _actionSize, _actionSize)
                .CopyTo(actions.AsSpan(i * _actionSize));
        }

        var endings = new Ending[count];
        exchange.Step(
            numbers[..count],
            actions,
            observations[..(count * _observationSize)],
            new double[count],
            endings
        );
        for (var i = 0; i < count; i++)
        {
            var state = due[i].Instance.Due!;
            if (endings[i] != Ending.None && state.StepCount > step + 1)
            {
                throw Otherwise(
                    state,
                    string.Create(CultureInfo.InvariantCulture, $"ends after {step + 1} steps, where it went on")
                );
            }
        }
    }

    private void RequireSame(ExternalState state, ReadOnlySpan<float> observation)
    {
        for (var i = 0; i < state.Observation.Length; i++)
        {
            if (
                BitConverter.SingleToUInt32Bits(state.Observation[i]) != BitConverter.SingleToUInt32Bits(observation[i])
            )
            {
                throw Otherwise(
                    state,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"shows {observation[i]:R} in component {i} of its observation, where it showed "
                            + $"{state.Observation[i]:R}"
                    )
                );
            }
        }
    }

    private ExternalFailureException Otherwise(ExternalState state, string how) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{identity.Id}: the episode of seed {state.Seed}, gone through again to its step {state.StepCount}, "
                    + $"{how}: the environment is not deterministic. "
            ) + "Draw everything from the seed of the reset, or let the program serve snapshots."
        );

    private Span<float> Row(Span<float> observations, int row) =>
        observations.Slice(row * _observationSize, _observationSize);
}
