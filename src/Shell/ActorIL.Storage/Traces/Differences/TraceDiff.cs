using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>Holds two traces against each other, both read once and side by side, within bounded memory.</summary>
public sealed class TraceDiff : IDisposable
{
    private readonly DifferenceSide _one;
    private readonly DifferenceSide _other;
    private readonly TraceLevel _level;
    private readonly DifferenceView _view;
    private readonly DeliveryComparison _comparison;
    private readonly DeliveryAlignment _alignment;
    private long _sameUntil;
    private FirstDifference? _first;
    private (string One, string Other) _otherwise = ("", "");

    private TraceDiff(TraceReader one, TraceReader other, DifferenceView view)
    {
        var (before, after) = (one.Manifest.Level, other.Manifest.Level);
        _level = before < after ? before : after;
        _view = view;
        _one = new(one, _level);
        _other = new(other, _level);
        _comparison = new(view, before == after, _one.Blocks, _other.Blocks);
        _alignment = new(_comparison);
    }

    /// <summary>Compares two traces. One that cannot be read to its end is an error.</summary>
    public static Result<TraceDifference, Error> Run(TraceReader one, TraceReader other, DifferenceView view)
    {
        using var diff = new TraceDiff(one, other, view);
        return diff.Run();
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private Result<TraceDifference, Error> Run()
    {
        if (!CompareEntries())
        {
            CompareDeliveries();
        }

        return (_one.Problem ?? _other.Problem) is { } problem
            ? Result.Failure<TraceDifference, Error>(problem)
            : Result.Success<TraceDifference, Error>(
                new()
                {
                    Level = _level,
                    SameUntil = _sameUntil,
                    Delivery = _first,
                    Otherwise = _otherwise,
                    Messages = _alignment.Counts,
                }
            );
    }

    /// <summary>Goes on while both say the same; whether they do to the end.</summary>
    private bool CompareEntries()
    {
        while (true)
        {
            var (one, other) = (_one.Next(), _other.Next());
            if (one is null && other is null)
            {
                return true;
            }

            if (one?.Delivery is { } left && other?.Delivery is { } right && _comparison.AreSame(left, right))
            {
                _sameUntil = left.Record.Ordinal;
                _alignment.AddSame(left);
            }
            else if (one is null || other is null || !AreSame(one, other))
            {
                Note(one, other);
                return false;
            }
        }
    }

    private void Note(TraceEntry? one, TraceEntry? other)
    {
        if (one?.Delivery is null || other?.Delivery is null)
        {
            _otherwise = EntryText.Pair(one, other);
        }

        if (one?.Delivery is null && other?.Delivery is null)
        {
            return;
        }

        Classify(one?.Delivery ?? _one.NextDelivery(), other?.Delivery ?? _other.NextDelivery());
    }

    /// <summary>What is no delivery differed; from here on only deliveries are compared.</summary>
    private void CompareDeliveries()
    {
        while (_first is null)
        {
            var (one, other) = (_one.NextDelivery(), _other.NextDelivery());
            if (one is null && other is null)
            {
                break;
            }

            if (one is not null && other is not null && _comparison.AreSame(one, other))
            {
                _alignment.AddSame(one);
            }
            else
            {
                Classify(one, other);
            }
        }

        while (_first is not null)
        {
            var (one, other) = (_one.NextDelivery(), _other.NextDelivery());
            if (one is null && other is null)
            {
                break;
            }

            _alignment.Add(one, other);
        }

        _alignment.Finish();
    }

    private void Classify(TraceEntry.Delivered? one, TraceEntry.Delivered? other)
    {
        var (left, right) = (Ahead(one, _one), Ahead(other, _other));
        var difference = RoundDifference.Between(
            [.. left.Select(entry => entry.Record)],
            [.. right.Select(entry => entry.Record)]
        );
        if (difference is not null)
        {
            var before = left.FirstOrDefault(entry => ReferenceEquals(entry.Record, difference.Recorded));
            var after = right.FirstOrDefault(entry => ReferenceEquals(entry.Record, difference.Recomputed));
            _first = new(
                difference.Class,
                before,
                after,
                before is not null && after is not null ? _comparison.Fields(before, after) : default
            );
        }

        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            _alignment.Add(i < left.Count ? left[i] : null, i < right.Count ? right[i] : null);
        }
    }

    private static List<TraceEntry.Delivered> Ahead(TraceEntry.Delivered? first, DifferenceSide side)
    {
        var ahead = new List<TraceEntry.Delivered>();
        for (var next = first; next is not null; next = side.NextDelivery())
        {
            ahead.Add(next);
            if (ahead.Count == RoundDifference.LookaheadCount)
            {
                break;
            }
        }

        return ahead;
    }

    // Hashes tell nothing about how far apart two states are, so they do not count where a distance is allowed.
    private bool AreSame(TraceEntry one, TraceEntry other) =>
        one.Match(
            _ => false,
            digested => other.Digests is { } digests && AreSame(digested.Record, digests),
            happened => other.Event == happened.Record,
            _ => false,
            ended => other.Ending is { } ending && AreSame(ended.Record, ending)
        );

    private bool AreSame(DigestRecord one, DigestRecord other) =>
        _view.Tolerance is null
            ? DigestRecords.AreSame(one, other)
            : one with { Actors = [], Chain = 0 } == other with { Actors = [], Chain = 0 };

    private bool AreSame(EndingRecord one, EndingRecord other) =>
        _view.Tolerance is null
            ? one == other
            : (one.Outcome, one.Deliveries, one.DeadLetters) == (other.Outcome, other.Deliveries, other.DeadLetters);
}
