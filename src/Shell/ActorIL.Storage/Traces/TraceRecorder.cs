using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Writes a run into its trace as it happens. What is written, and how it is divided into chunks, follows from the
/// deliveries alone.
/// </summary>
public sealed class TraceRecorder : IRunObserver
{
    /// <summary>How long chunks are unless a recording says otherwise, in bytes.</summary>
    public const int ChunkLength = 256 * 1024;

    // Room for the round that ends a chunk.
    private const int Capacity = ChunkLength + (64 * 1024);

    private readonly TraceFile _file;
    private readonly TraceRecording _recording;
    private readonly TraceChannels _channels = new();
    private readonly FieldBuffer _record = new();
    private readonly DeliveryRecords _deliveries;
    private readonly SortedDictionary<ulong, ParameterBlock> _mentioned = [];
    private readonly SortedSet<ulong> _blocks = [];
    private McapChunkBuilder _chunk = new(Capacity);
    private TraceClock _now;
    private long _chunkFirstOrdinal = 1;
    private long _lastOrdinal;
    private HashChain _chunkChain = HashChain.Empty;
    private HashChain _chain = HashChain.Empty;
    private long _boundaryCount;

    /// <param name="file">Where chunks go.</param>
    /// <param name="recording">What is kept.</param>
    public TraceRecorder(TraceFile file, TraceRecording recording)
    {
        (_file, _recording) = (file, recording);
        _deliveries = new(recording.Level);
    }

    /// <summary>Goes on where a recorder of the same run stood.</summary>
    /// <param name="file">The trace, cut off where the chunk at hand begins.</param>
    /// <param name="recording">What is kept.</param>
    /// <param name="state">What the other one saved.</param>
    /// <param name="progress">Where the run stands.</param>
    /// <param name="chain">The chain there.</param>
    public static Result<TraceRecorder, Error> Continue(
        TraceFile file,
        TraceRecording recording,
        RecorderState state,
        RunProgress progress,
        HashChain chain
    ) =>
        McapChunkBuilder
            .Restore(state.Chunk.AsSpan(), Capacity)
            .Map(chunk =>
            {
                var recorder = new TraceRecorder(file, recording) { _chunk = chunk };
                recorder._deliveries.Learn(state.Paths);
                recorder._channels.Learn(state.Channels);
                recorder._blocks.UnionWith(state.Blocks.Select(hash => unchecked((ulong)hash)));
                (recorder._chunkFirstOrdinal, recorder._chunkChain) = (state.FirstOrdinal, new(state.Before));
                (recorder._lastOrdinal, recorder._chain) = (progress.DeliveryCount, chain);
                recorder._boundaryCount = state.BoundaryCount;
                recorder._now = TraceClock.At(progress, recording.TickNanoseconds);
                return recorder;
            });

    /// <summary>Begins where a fork does.</summary>
    public void GoOnFrom(SystemSnapshot snapshot)
    {
        _deliveries.Learn([.. snapshot.Actors.Select(actor => new ActorPathRecord(actor.Id.Value, actor.Path))]);
        (_chunkFirstOrdinal, _lastOrdinal) = (snapshot.Clock.DeliveryCount + 1, snapshot.Clock.DeliveryCount);
        (_chunkChain, _chain) = (new(snapshot.Clock.Chain), new(snapshot.Clock.Chain));
    }

    /// <summary>
    /// What a recorder that goes on from here has to know, once everything before the chunk at hand is on the disk.
    /// </summary>
    public Result<RecorderState, Error> Save() =>
        _file
            .Flush(toDisk: true)
            .Map(length => new RecorderState(
                length,
                _chunk.Save(),
                _chunkFirstOrdinal,
                _chunkChain.Value,
                _boundaryCount,
                _deliveries.Paths,
                [.. _blocks.Select(hash => unchecked((long)hash))],
                _channels.State
            ));

    public void AfterRound(in RoundReport report)
    {
        _now = TraceClock.At(report.Progress, _recording.TickNanoseconds);
        _deliveries.Learn(in report);
        foreach (ref readonly var delivery in report.Deliveries)
        {
            if (_recording.Level >= TraceLevel.Keys || delivery.IsExternal)
            {
                Record(in report, in delivery);
            }
        }

        (_lastOrdinal, _chain) = (report.Progress.DeliveryCount, report.Chain);
        if (_recording.Level >= TraceLevel.Keys)
        {
            foreach (ref readonly var happened in report.Events)
            {
                Record(in happened);
            }
        }

        RecordBoundary(in report);
        if (_chunk.Length >= _recording.ChunkLengthBytes)
        {
            EndChunk();
        }
    }

    /// <summary>Writes how the run ended, and the chunk at hand.</summary>
    public void End(EndingRecord ending)
    {
        Write(TraceTopics.Ending, ending);
        EndChunk();
    }

    private void Record(in RoundReport report, in Delivery delivery)
    {
        if ((_recording.Level == TraceLevel.Full || delivery.IsExternal) && delivery.Message is { } message)
        {
            RecordBlocks(delivery.Type, message);
        }

        var channel = _channels.Deliveries(delivery.Role, delivery.Type, _chunk);
        _record.Clear();
        FieldCodec.Write(_deliveries.Of(in report, in delivery), _record);
        _chunk.AddMessage(
            channel,
            unchecked((uint)delivery.Ordinal),
            _now.Nanoseconds,
            TraceClock.At(delivery.SentTick, delivery.SentMicro, _recording.TickNanoseconds).Nanoseconds,
            _record.Written
        );
    }

    private void RecordBlocks(MessageType type, object message)
    {
        _mentioned.Clear();
        type.CollectBlocks(message, _mentioned);
        foreach (var block in _mentioned.Values)
        {
            if (_blocks.Add(block.Hash))
            {
                Write(TraceTopics.Blocks, new BlockRecord(block.Hash, [.. block.Values]));
            }
        }
    }

    private void Record(in LifecycleEvent happened) =>
        Write(TraceTopics.Lifecycle, LifecycleRecords.Of(in happened, _deliveries));

    private void RecordBoundary(in RoundReport report)
    {
        if (UpdateBoundary.Of(in report, _recording.BoundaryOf) is { } boundary)
        {
            Write(TraceTopics.Digests, DigestRecords.Of(in report, boundary, ++_boundaryCount));
        }
    }

    private void EndChunk()
    {
        Write(TraceTopics.Chain, new ChainRecord(_chunkFirstOrdinal, _lastOrdinal, _chunkChain.Value, _chain.Value));
        _file.Append(_chunk.Seal());
        (_chunkFirstOrdinal, _chunkChain) = (_lastOrdinal + 1, _chain);
    }

    private void Write<T>(string topic, T record)
        where T : IFields<T>
    {
        var channel = _channels.Records<T>(topic, _chunk);
        _record.Clear();
        FieldCodec.Write(record, _record);
        _chunk.AddMessage(channel, 0, _now.Nanoseconds, _now.Nanoseconds, _record.Written);
    }
}
