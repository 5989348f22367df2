using System.Runtime.InteropServices;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;
using ActorIL.External.Frames;

namespace ActorIL.External.Serving;

/// <summary>What the server answers: the instances, and memory for requests and answers.</summary>
/// <param name="module">Which environment.</param>
/// <param name="version">Of this program.</param>
internal sealed class ServerAnswers(EnvironmentModule module, string version)
{
    private readonly FrameWriter _writer = new();
    private readonly List<(int First, EpisodeInstances Instances)> _groups = [];
    private readonly int _observationSize = module.Observations.Size;
    private readonly int _actionSize = module.Actions.Size;
    private readonly bool _areActionsWhole = WelcomeCodec.IsWhole(module.Actions);
    private int _count;
    private int[] _rows = [];
    private ulong[] _seeds = [];
    private int[] _choices = [];
    private float[] _actions = [];
    private float[] _observations = [];
    private double[] _rewards = [];
    private Ending[] _endings = [];
    private byte[] _endingBytes = [];

    /// <summary>The frame that answers a request; a failure in words where it cannot be answered.</summary>
    public ReadOnlySpan<byte> To(FrameKind kind, ReadOnlySpan<byte> body)
    {
        try
        {
            var wrong = Answer(kind, new BodyReader(body));
            return wrong is null ? _writer.Written : Failed(wrong);
        }
        catch (EnvironmentFailureException failure)
        {
            return Failed(failure.Message);
        }
    }

    /// <returns>What is wrong with the request; null where it was answered.</returns>
    private string? Answer(FrameKind kind, BodyReader body) =>
        kind switch
        {
            FrameKind.Hello => Hello(),
            FrameKind.Open => Open(body.Int()),
            FrameKind.Reset => TakeRows(ref body) ?? Reset(ref body),
            FrameKind.Step => TakeRows(ref body) ?? Step(ref body),
            FrameKind.Snapshot => TakeRows(ref body) ?? Snapshot(),
            FrameKind.Restore => TakeRows(ref body) ?? Restore(ref body),
            FrameKind.Close
            or FrameKind.Welcome
            or FrameKind.Opened
            or FrameKind.Started
            or FrameKind.Stepped
            or FrameKind.Saved
            or FrameKind.Restored
            or FrameKind.Failed => FormattableString.Invariant($"a request of kind {(byte)kind}"),
        };

    private ReadOnlySpan<byte> Failed(string text)
    {
        var cut = text.Length > Protocol.FailureLengthMax / 4 ? text[..(Protocol.FailureLengthMax / 4)] : text;
        return _writer.Begin(FrameKind.Failed).PutBytes(cut).Written;
    }

    private string? Hello()
    {
        WelcomeCodec.Write(
            _writer,
            new(
                module.Id,
                version,
                module.Observations,
                module.Actions,
                CanSnapshot: true,
                Protocol.InstanceCountMax,
                Protocol.Version
            )
        );
        return null;
    }

    private string? Open(int count)
    {
        if (count < 1 || count > Protocol.InstanceCountMax - _count)
        {
            return FormattableString.Invariant(
                $"{count} more instances; 1 to {Protocol.InstanceCountMax} are possible"
            );
        }

        _groups.Add((_count, EpisodeInstances.Open(module, count)));
        _writer.Begin(FrameKind.Opened).Put(_count);
        _count += count;
        return null;
    }

    /// <summary>Takes the instances of a request.</summary>
    private string? TakeRows(ref BodyReader body)
    {
        var count = body.Int();
        if (count < 0 || count > _count)
        {
            return FormattableString.Invariant($"{count} instances of {_count} that are open");
        }

        Array.Resize(ref _rows, count);
        body.Numbers<int>(_rows);
        foreach (var row in _rows)
        {
            if (row < 0 || row >= _count)
            {
                return FormattableString.Invariant($"instance {row} of {_count} that are open");
            }
        }

        return body.IsWhole ? null : "a request that is too short";
    }

    private string? Reset(ref BodyReader body)
    {
        Array.Resize(ref _seeds, _rows.Length);
        Array.Resize(ref _observations, _rows.Length * _observationSize);
        body.Numbers<ulong>(_seeds);
        if (!body.IsDone)
        {
            return "a request of another length";
        }

        for (var start = 0; start < _rows.Length; )
        {
            var instances = Stretch(start, out var rows);
            var keys = MemoryMarshal.Cast<ulong, RngKey>(_seeds.AsSpan(start, rows.Length));
            instances.Reset(rows, keys, Part(_observations, start, rows.Length, _observationSize));
            start += rows.Length;
        }

        _writer.Begin(FrameKind.Started).Put<float>(_observations);
        return null;
    }

    private string? Step(ref BodyReader body)
    {
        var count = _rows.Length;
        if (TakeActions(ref body) is { } wrong)
        {
            return wrong;
        }

        Array.Resize(ref _observations, count * _observationSize);
        Array.Resize(ref _rewards, count);
        Array.Resize(ref _endings, count);
        Array.Resize(ref _endingBytes, count);
        for (var start = 0; start < count; )
        {
            var instances = Stretch(start, out var rows);
            instances.Step(
                rows,
                Part(_actions, start, rows.Length, _actionSize),
                Part(_observations, start, rows.Length, _observationSize),
                _rewards.AsSpan(start, rows.Length),
                _endings.AsSpan(start, rows.Length)
            );
            start += rows.Length;
        }

        for (var i = 0; i < count; i++)
        {
            _endingBytes[i] = (byte)_endings[i];
        }

        _writer.Begin(FrameKind.Stepped).Put<double>(_rewards).Put<float>(_observations).Put<byte>(_endingBytes);
        return null;
    }

    private string? TakeActions(ref BodyReader body)
    {
        Array.Resize(ref _actions, _rows.Length * _actionSize);
        if (_areActionsWhole)
        {
            Array.Resize(ref _choices, _actions.Length);
            body.Numbers<int>(_choices);
            for (var i = 0; i < _choices.Length; i++)
            {
                _actions[i] = _choices[i];
                if (!module.Actions.Contains(_actions.AsSpan(i, 1)))
                {
                    return FormattableString.Invariant(
                        $"instance {_rows[i]}: action {_choices[i]} of {module.Actions}"
                    );
                }
            }
        }
        else
        {
            body.Numbers<float>(_actions);
            if (FiniteNumbers.FirstOther(_actions) is >= 0 and var stray)
            {
                return FormattableString.Invariant($"instance {_rows[stray / _actionSize]}: action {_actions[stray]}");
            }
        }

        return body.IsDone ? null : "a request of another length";
    }

    private string? Snapshot()
    {
        _writer.Begin(FrameKind.Saved);
        for (var i = 0; i < _rows.Length; i++)
        {
            var (first, instances) = Group(_rows[i]);
            var bytes = instances.Snapshot(_rows[i] - first);
            _writer.Put(bytes.Length).Put(bytes.AsSpan());
        }

        return null;
    }

    private string? Restore(ref BodyReader body)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var (first, instances) = Group(_rows[i]);
            var bytes = body.Bytes((uint)body.Int());
            if (!body.IsWhole || instances.Restore(_rows[i] - first, bytes) is not null)
            {
                return FormattableString.Invariant($"a snapshot of instance {_rows[i]} that cannot be read");
            }
        }

        _writer.Begin(FrameKind.Restored);
        return body.IsDone ? null : "a request of another length";
    }

    /// <summary>The instances from a place on that lie in one group, counted within it from here on.</summary>
    private EpisodeInstances Stretch(int start, out ReadOnlySpan<int> rows)
    {
        var (first, instances) = Group(_rows[start]);
        var end = start;
        while (end < _rows.Length && _rows[end] >= first && _rows[end] < first + instances.Count)
        {
            _rows[end++] -= first;
        }

        rows = _rows.AsSpan(start, end - start);
        return instances;
    }

    private (int First, EpisodeInstances Instances) Group(int row)
    {
        var index = _groups.Count - 1;
        while (_groups[index].First > row)
        {
            index--;
        }

        return _groups[index];
    }

    private static Span<float> Part(float[] numbers, int start, int count, int size) =>
        numbers.AsSpan(start * size, count * size);
}
