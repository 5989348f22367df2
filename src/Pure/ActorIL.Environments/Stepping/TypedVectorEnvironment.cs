using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly EpisodeColumns<TEnvironment, TParams, TState> _episodes = new(module, count);

    /// <summary>Of each environment: its episode keys are folded from it.</summary>
    private readonly RngKey[] _environmentKeys = new RngKey[count];
    private readonly EpisodeSummary[] _finished = new EpisodeSummary[count];

    // The episodes to start, side by side.
    private readonly int[] _rows = new int[count];
    private readonly long[] _episodeIndices = new long[count];
    private readonly RngKey[] _episodeKeys = new RngKey[count];
    private int _finishedCount;
    private RngKey _key;

    public override ReadOnlySpan<EpisodeSummary> Finished => _finished.AsSpan(0, _finishedCount);

    public override void Observe(Span<float> observations)
    {
        Shape.Require("observations", observations.Length, Count, ObservationSize);
        _episodes.Observe(observations);
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
        _episodes.Step(actions, rewards, endings);
        _finishedCount = Columns.Ended(endings, _rows);
        if (_finishedCount > 0)
        {
            Finish(endings, finalObservations);
            StartEpisodes(_finishedCount);
        }
    }

    public override VectorSnapshot Snapshot()
    {
        var slots = ImmutableArray.CreateBuilder<SlotSnapshot>(Count);
        var buffer = new FieldBuffer();
        for (var i = 0; i < Count; i++)
        {
            var slot = _episodes[i];
            buffer.Clear();
            FieldCodec.Write(slot.State, buffer);
            slots.Add(new([.. buffer.Written], slot.EpisodeIndex, slot.StepCount, slot.Return));
        }

        return new(Module.Id, _key, _episodes.FirstEnvironmentIndex ?? 0, slots.MoveToImmutable());
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

        DeriveKeys(snapshot.Key, snapshot.FirstEnvironmentIndex);
        for (var i = 0; i < Count; i++)
        {
            _episodes[i] = Restored(snapshot.Slots[i], i);
        }
    }

    private protected override void Begin(RngKey key, int firstEnvironmentIndex)
    {
        DeriveKeys(key, firstEnvironmentIndex);
        for (var i = 0; i < Count; i++)
        {
            (_rows[i], _episodeIndices[i]) = (i, 0);
        }

        StartEpisodes(Count);
    }

    private void DeriveKeys(RngKey key, int firstEnvironmentIndex)
    {
        (_key, _episodes.FirstEnvironmentIndex, _finishedCount) = (key, firstEnvironmentIndex, 0);
        for (var i = 0; i < Count; i++)
        {
            _environmentKeys[i] = EpisodeKeys.Environment(key, firstEnvironmentIndex + i);
        }
    }

    private void Finish(ReadOnlySpan<Ending> endings, Span<float> finalObservations)
    {
        for (var i = 0; i < _finishedCount; i++)
        {
            var row = _rows[i];
            _episodes.Observe(row, finalObservations.Slice(row * ObservationSize, ObservationSize));
            var index = _episodes.EpisodeIndices[row];
            _finished[i] = new(row, index, _episodes.Returns[row], _episodes.StepCounts[row], endings[row]);
            _episodeIndices[i] = index + 1;
        }
    }

    private void StartEpisodes(int startCount)
    {
        var rows = _rows.AsSpan(0, startCount);
        var keys = _episodeKeys.AsSpan(0, startCount);
        var indices = _episodeIndices.AsSpan(0, startCount);
        for (var i = 0; i < rows.Length; i++)
        {
            keys[i] = _environmentKeys[rows[i]];
        }

        RngKeys.Fold(keys, MemoryMarshal.Cast<long, ulong>(indices), keys);
        _episodes.Start(rows, indices, keys);
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
            StepsKey = EpisodeKeys.Steps(EpisodeKeys.Episode(_environmentKeys[index], snapshot.EpisodeIndex)),
            EpisodeIndex = snapshot.EpisodeIndex,
            StepCount = snapshot.StepCount,
            Return = snapshot.Return,
        };
}
