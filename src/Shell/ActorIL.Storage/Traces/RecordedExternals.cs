using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>
/// What a recorded run was given from outside, for its replay: read from the trace as the replay comes to it, within
/// bounded memory.
/// </summary>
/// <param name="entries">The trace from its beginning, as often as it is asked for.</param>
/// <param name="isArrival">Whether the run was one in order of arrival, whose ticks may go back.</param>
public sealed class RecordedExternals(Func<IEnumerable<Result<TraceEntry, Error>>> entries, bool isArrival = false)
    : IDisposable
{
    private readonly IEnumerator<Result<TraceEntry, Error>> _entries = entries().GetEnumerator();
    private readonly SortedDictionary<EnvelopeKey, DeliveryRecord> _ahead = [];
    private readonly TraceBlocks _blocks = new(entries);
    private (long Tick, int Micro) _readUntil = (-1, 0);
    private Error? _problem;

    /// <summary>
    /// The message that a result became; as <see cref="ActorIL.Actors.Effects.RecordedResults"/> wants it.
    /// </summary>
    public Result<object, Error> Find(EnvelopeKey key, EnvelopeKey sentAs, MessageType type)
    {
        // What lies beyond the round at hand cannot be it: so much is held at most.
        while (
            !_ahead.ContainsKey(sentAs) && (isArrival || _readUntil.CompareTo((key.Tick, key.Micro)) <= 0) && ReadOn()
        ) { }

        return _ahead.Remove(sentAs, out var record) ? Message(record, type)
            : _problem is { } problem ? Result.Failure<object, Error>(problem)
            : Missing(key);
    }

    public void Dispose() => _entries.Dispose();

    private bool ReadOn() =>
        _entries.MoveNext()
        && _entries.Current.Match(
            Take,
            error =>
            {
                _problem = error;
                return false;
            }
        );

    private bool Take(TraceEntry entry) =>
        entry.Match(
            delivered =>
            {
                _readUntil = (delivered.Record.Tick, delivered.Record.Micro);
                if (delivered.Record.IsExternal)
                {
                    _ahead[delivered.Record.SentKey] = delivered.Record;
                }

                return true;
            },
            _ => true,
            _ => true,
            numbers =>
            {
                _blocks.Add(numbers.Record);
                return true;
            },
            _ => true
        );

    private Result<object, Error> Message(DeliveryRecord record, MessageType type) =>
        record.PayloadHash == 0
            ? Result.Failure<object, Error>(
                new(
                    record.ToPath,
                    $"a result from outside at {record.Key} over which the actor failed before it was a message",
                    "a message that the trace can give back",
                    "This run cannot be computed again; repair the behaviour's FromPerform and record anew."
                )
            )
            : type.Read(record.Payload.AsSpan(), _blocks.Find);

    private static Result<object, Error> Missing(EnvelopeKey key) =>
        Result.Failure<object, Error>(
            new(
                "trace",
                $"no result from outside for {key}",
                "what the recorded run was given there",
                "The code asks for what history did not: the report says where the two part."
            )
        );
}
