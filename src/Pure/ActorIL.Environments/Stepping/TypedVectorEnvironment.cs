using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <inheritdoc />
internal sealed class TypedVectorEnvironment<TEnvironment, TParams, TState>(
    EnvironmentModule<TEnvironment, TParams, TState> module,
    int count
) : VectorEnvironment(module, count)
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    private readonly Slot<TState>[] _slots = new Slot<TState>[count];

    // Holds the states where the environment steps many at once; those of the slots are then copies to work on.
    // Fewer do not fill a vector: stepping one alone as a batch took three times as long.
    private const int BatchCountMin = 4;

    private readonly IStateBatch<TState>? _batch =
        count < BatchCountMin ? null : TEnvironment.Batch(module.Parameters, count);
    private readonly EpisodeSummary[] _finished = new EpisodeSummary[count];
    private int _finishedCount;
    private RngKey _key;
    private int _firstEnvironmentIndex;

    public override ReadOnlySpan<EpisodeSummary> Finished => _finished.AsSpan(0, _finishedCount);

    public override void Observe(Span<float> observations)
    {
        Shape.Require("observations", observations.Length, Count, ObservationSize);
        _batch?.Observe(observations);
        if (_batch is not null && AllFinite(observations))
        {
            return;
        }

        // One at a time, which also finds whose observation is not finite.
        for (var i = 0; i < _slots.Length; i++)
        {
            Observe(i, observations);
        }
    }

    public override void Step(
        ReadOnlySpan<float> actions,
        Span<double> rewards,
        Span<Ending> endings,
        Span<float> finalObservations
    )
    {
        Shape.Require("actions", actions.Length, Count, ActionSize);
        Shape.Require("rewards", rewards.Length, Count, columns: 1);
        Shape.Require("endings", endings.Length, Count, columns: 1);
        Shape.Require("final observations", finalObservations.Length, Count, ObservationSize);
        _finishedCount = 0;
        if (_batch is not null && _batch.TryStep(actions, rewards, endings))
        {
            FollowBatch(rewards, endings, finalObservations);
        }
        else
        {
            StepOneByOne(actions, rewards, endings, finalObservations);
        }
    }

    public override VectorSnapshot Snapshot()
    {
        var slots = ImmutableArray.CreateBuilder<SlotSnapshot>(_slots.Length);
        var buffer = new FieldBuffer();
        for (var i = 0; i < _slots.Length; i++)
        {
            ref readonly var slot = ref Current(i);
            buffer.Clear();
            FieldCodec.Write(slot.State, buffer);
            slots.Add(new([.. buffer.Written], slot.EpisodeIndex, slot.StepCount, slot.Return));
        }

        return new(Module.Id, _key, _firstEnvironmentIndex, slots.MoveToImmutable());
    }

    public override void Restore(VectorSnapshot snapshot)
    {
        if (snapshot.EnvironmentId != Module.Id || snapshot.Count != Count)
        {
            throw new ArgumentException(
                $"A snapshot of {snapshot.Count} x {snapshot.EnvironmentId} cannot be restored into "
                    + $"{Count} x {Module.Id}."
            );
        }

        (_key, _firstEnvironmentIndex, _finishedCount) = (snapshot.Key, snapshot.FirstEnvironmentIndex, 0);
        for (var i = 0; i < _slots.Length; i++)
        {
            Put(i, Restored(snapshot.Slots[i], i));
        }
    }

    private protected override void Begin(RngKey key, int firstEnvironmentIndex)
    {
        (_key, _firstEnvironmentIndex) = (key, firstEnvironmentIndex);
        for (var i = 0; i < _slots.Length; i++)
        {
            Put(i, StartEpisode(i, episodeIndex: 0));
        }
    }

    /// <summary>Counts a step that the batch has made.</summary>
    private void FollowBatch(ReadOnlySpan<double> rewards, ReadOnlySpan<Ending> endings, Span<float> finalObservations)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            slot.StepCount++;
            slot.Return += rewards[i];
            if (endings[i] != Ending.None)
            {
                Observe(i, finalObservations);
                Finish(i, endings[i]);
            }
        }
    }

    private void StepOneByOne(
        ReadOnlySpan<float> actions,
        Span<double> rewards,
        Span<Ending> endings,
        Span<float> finalObservations
    )
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref Current(i);
            endings[i] = SlotStepping<TEnvironment, TParams, TState>.Step(
                module,
                _firstEnvironmentIndex + i,
                ref slot,
                actions.Slice(i * ActionSize, ActionSize),
                out rewards[i]
            );
            Put(i, slot);
            if (endings[i] != Ending.None)
            {
                Observe(i, finalObservations);
                Finish(i, endings[i]);
            }
        }
    }

    /// <summary>The slot with its state up to date.</summary>
    private ref Slot<TState> Current(int index)
    {
        ref var slot = ref _slots[index];
        if (_batch is not null)
        {
            slot.State = _batch[index];
        }

        return ref slot;
    }

    private void Put(int index, in Slot<TState> slot)
    {
        _slots[index] = slot;
        if (_batch is not null)
        {
            _batch[index] = slot.State;
        }
    }

    private static bool AllFinite(ReadOnlySpan<float> numbers)
    {
        // A number times zero is zero, an infinity or a NaN times zero is NaN, and NaN stays in the sum.
        var sum = 0f;
        foreach (var number in numbers)
        {
            sum += number * 0f;
        }

        return sum == 0f;
    }

    private void Finish(int index, Ending ending)
    {
        ref var slot = ref _slots[index];
        _finished[_finishedCount++] = new(index, slot.EpisodeIndex, slot.Return, slot.StepCount, ending);
        Put(index, StartEpisode(index, slot.EpisodeIndex + 1));
    }

    private void Observe(int index, Span<float> observations) =>
        SlotStepping<TEnvironment, TParams, TState>.Observe(
            module,
            _firstEnvironmentIndex + index,
            Current(index),
            observations.Slice(index * ObservationSize, ObservationSize)
        );

    private Slot<TState> StartEpisode(int index, long episodeIndex)
    {
        var environmentIndex = _firstEnvironmentIndex + index;
        var key = EpisodeKeys.Episode(_key, environmentIndex, episodeIndex);
        return SlotStepping<TEnvironment, TParams, TState>.Start(module, environmentIndex, episodeIndex, key);
    }

    private Slot<TState> Restored(SlotSnapshot snapshot, int index) =>
        new()
        {
            State = FieldCodec
                .Read<TState>(snapshot.State.AsSpan(), _ => null)
                .Match(
                    state => state,
                    error => throw new ArgumentException($"The state of environment {index} cannot be read. {error}")
                ),
            StepsKey = EpisodeKeys.Steps(
                EpisodeKeys.Episode(_key, _firstEnvironmentIndex + index, snapshot.EpisodeIndex)
            ),
            EpisodeIndex = snapshot.EpisodeIndex,
            StepCount = snapshot.StepCount,
            Return = snapshot.Return,
        };
}
