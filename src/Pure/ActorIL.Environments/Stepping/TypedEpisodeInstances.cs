using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <inheritdoc />
internal sealed class TypedEpisodeInstances<TEnvironment, TParams, TState>(
    EnvironmentModule<TEnvironment, TParams, TState> module,
    int count
) : EpisodeInstances(module, count)
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    private readonly EpisodeColumns<TEnvironment, TParams, TState> _episodes = new(module, count)
    {
        FirstEnvironmentIndex = 0,
    };
    private readonly long[] _episodeIndices = new long[count];

    public override void Reset(ReadOnlySpan<int> rows, ReadOnlySpan<RngKey> keys, Span<float> observations)
    {
        Shape.Require("keys", keys.Length, rows.Length, columns: 1);
        Shape.Require("observations", observations.Length, rows.Length, ObservationSize);
        _episodes.Start(rows, _episodeIndices.AsSpan(0, rows.Length), keys);
        ObserveEach(rows, observations);
    }

    public override void Step(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    )
    {
        Shape.Require("actions", actions.Length, rows.Length, ActionSize);
        Shape.Require("observations", observations.Length, rows.Length, ObservationSize);
        Shape.Require("rewards", rewards.Length, rows.Length, columns: 1);
        Shape.Require("endings", endings.Length, rows.Length, columns: 1);
        if (AreAll(rows, Count))
        {
            _episodes.Step(actions, rewards, endings);
            _episodes.Observe(observations);
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var slot = _episodes[rows[i]];
            endings[i] = SlotStepping<TEnvironment, TParams, TState>.Step(
                module,
                rows[i],
                ref slot,
                actions.Slice(i * ActionSize, ActionSize),
                out rewards[i]
            );
            _episodes[rows[i]] = slot;
        }

        ObserveEach(rows, observations);
    }

    public override ImmutableArray<byte> Snapshot(int row)
    {
        var slot = _episodes[row];
        return FieldCodec.Bytes(new InstanceSnapshot(FieldCodec.Bytes(slot.State), slot.StepsKey, slot.StepCount));
    }

    public override Error? Restore(int row, ReadOnlySpan<byte> snapshot) =>
        FieldCodec
            .Read<InstanceSnapshot>(snapshot, _ => null)
            .Then(saved =>
                FieldCodec
                    .Read<TState>(saved.State.AsSpan(), _ => null)
                    .Map(state => new Slot<TState>
                    {
                        State = state,
                        StepsKey = saved.StepsKey,
                        EpisodeIndex = 0,
                        StepCount = saved.StepCount,
                        Return = 0,
                    })
            )
            .Match<Error?>(
                slot =>
                {
                    _episodes[row] = slot;
                    return null;
                },
                error => error
            );

    private void ObserveEach(ReadOnlySpan<int> rows, Span<float> observations)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            _episodes.Observe(rows[i], observations.Slice(i * ObservationSize, ObservationSize));
        }
    }
}
