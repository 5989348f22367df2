using System.Globalization;
using System.Text;
using ActorIL.External.Frames;
using ActorIL.External.Processes;

namespace ActorIL.External;

/// <summary>
/// One question and its answer after another with a program, none of which waits longer than it may. Says in words
/// whatever goes wrong, and kills the program where it cannot go on.
/// </summary>
internal sealed class Conversation : IDisposable
{
    private const int ShownLength = 48;
    private const double ExitPatienceSeconds = 1;
    private const double PeriodSecondsMax = 0.2;
    private const int PeriodsOfALimit = 8;

    // A call that waits although the program was killed: somebody else holds its pipes.
    private static readonly TimeSpan KilledPatience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CallerPatience = TimeSpan.FromSeconds(2);

    private readonly ProgramProcess _program;
    private readonly string _command;
    private readonly double _stopSeconds;
    private readonly FrameReader _reader;
    private readonly Watchdog _watchdog;
    private volatile ExternalFailure? _failure;
    private volatile bool _isEnding;
    private int _isBusy;
    private int _isEnded;

    public Conversation(ProgramProcess program, string command, ExternalLimits limits)
    {
        (_program, _command, _stopSeconds) = (program, command, limits.StopSeconds);
        _reader = new(program.Output);
        var least = Math.Min(limits.AnswerSeconds, Math.Min(limits.StartSeconds, limits.StopSeconds));
        _watchdog = new(Expire, TimeSpan.FromSeconds(Math.Clamp(least / PeriodsOfALimit, 0.005, PeriodSecondsMax)));
    }

    /// <summary>The body of the last answer.</summary>
    public ReadOnlySpan<byte> Answer => _reader.Body;

    /// <summary>Sends a frame and waits for its answer.</summary>
    /// <param name="request">The frame.</param>
    /// <param name="during">What a failure calls it.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <param name="answer">The kind that is wanted.</param>
    /// <param name="bodyLengthMax">The most bytes the answer may have.</param>
    /// <returns>Null, or what went wrong.</returns>
    /// <exception cref="InvalidOperationException">Another call is under way.</exception>
    public ExternalFailure? Ask(FrameWriter request, string during, double seconds, FrameKind answer, int bodyLengthMax)
    {
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) != 0)
        {
            return _isEnding
                ? Stopped(during)
                : throw new InvalidOperationException("A program outside has one caller at a time.");
        }

        try
        {
            return _isEnding ? Stopped(during)
                : _failure is { } known ? known
                : Exchange(request, during, seconds, answer, bodyLengthMax);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    /// <summary>A failure after which the program goes on.</summary>
    public ExternalFailure Report(ExternalFailureKind kind, string during, string detail) =>
        new(kind, _command, during, detail, _program.ExitCode, new(_program.LastLines));

    /// <summary>A failure after which it cannot: it is killed.</summary>
    public ExternalFailure Break(ExternalFailureKind kind, string during, string detail)
    {
        // Of a program that was killed from here the code says nothing.
        var exitCode = kind is ExternalFailureKind.Exited or ExternalFailureKind.PartialFrame
            ? _program.ExitCode
            : null;
        _program.Kill();
        _program.KillStragglers();
        var failure = Report(kind, during, detail) with { ExitCode = exitCode };
        _failure = failure;
        return failure;
    }

    /// <summary>Asks the program to end, or kills it where a call is under way; nothing is left of it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return;
        }

        _isEnding = true;
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) != 0)
        {
            _program.Kill();
            if (!SpinWait.SpinUntil(() => Volatile.Read(ref _isBusy) == 0, KilledPatience))
            {
                _program.KillHolders();
                SpinWait.SpinUntil(() => Volatile.Read(ref _isBusy) == 0, CallerPatience);
            }
        }
        else if (_failure is null)
        {
            Say(new FrameWriter().Begin(FrameKind.Close));
            _program.CloseInput();
            _program.HasEnded(TimeSpan.FromSeconds(_stopSeconds));
        }

        _program.Kill();
        _program.KillStragglers();
        _watchdog.Dispose();
        _program.Dispose();
    }

    private ExternalFailure? Exchange(
        FrameWriter request,
        string during,
        double seconds,
        FrameKind answer,
        int bodyLengthMax
    )
    {
        _watchdog.Begin(seconds);
        var outcome = _reader.HasMore ? ReadOutcome.Garbage : Talk(request, answer, bodyLengthMax);
        var isLate = _watchdog.End();
        return _isEnding ? Stopped(during)
            : isLate
                ? Break(Late(during), during, string.Create(CultureInfo.InvariantCulture, $"no answer in {seconds} s"))
            : outcome == ReadOutcome.Frame ? Answered(during)
            : Break(outcome, during, bodyLengthMax);
    }

    private ReadOutcome Talk(FrameWriter request, FrameKind answer, int bodyLengthMax)
    {
        Say(request);
        try
        {
            return _reader.Read(answer, bodyLengthMax);
        }
        catch (IOException)
        {
            return ReadOutcome.End;
        }
        catch (ObjectDisposedException)
        {
            return ReadOutcome.End;
        }
    }

    /// <summary>Writes a frame. Where nobody reads it, reading says what happened.</summary>
    private void Say(FrameWriter request)
    {
        try
        {
            _program.Input.Write(request.Written);
        }
        catch (IOException)
        {
            // The program has gone, or closed its input.
        }
        catch (ObjectDisposedException)
        {
            // The program has gone, or closed its input.
        }
    }

    private ExternalFailure? Answered(string during) =>
        _reader.Kind != FrameKind.Failed ? null
        : Report(ExternalFailureKind.Environment, during, Encoding.UTF8.GetString(_reader.Body)) is var failure
        && during == "start"
            ? Break(failure.Kind, during, failure.Detail)
        : failure;

    private ExternalFailure Break(ReadOutcome outcome, string during, int bodyLengthMax)
    {
        if (outcome is ReadOutcome.End or ReadOutcome.Partial)
        {
            // Its output ends a moment before the process does, and then it has an exit code.
            _program.HasEnded(TimeSpan.FromSeconds(ExitPatienceSeconds));
        }

        var ending = _program.ExitCode is null ? "closed its output" : "ended";
        return outcome switch
        {
            ReadOutcome.End => Break(ExternalFailureKind.Exited, during, $"the program {ending}"),
            ReadOutcome.Partial => Break(ExternalFailureKind.PartialFrame, during, $"{ending} within a frame"),
            ReadOutcome.Garbage => Break(ExternalFailureKind.Garbage, during, $"not a frame but {Shown(_reader.Raw)}"),
            ReadOutcome.TooLong => Break(
                ExternalFailureKind.WrongShape,
                during,
                FormattableString.Invariant($"a frame of {_reader.Claimed} bytes where {bodyLengthMax} are the most")
            ),
            ReadOutcome.Frame => throw new InvalidOperationException("A frame is no failure."),
        };
    }

    private ExternalFailure Stopped(string during) =>
        new(ExternalFailureKind.Stopped, _command, during, "it was stopped from this side", ExitCode: null, []);

    /// <summary>On the thread of the watchdog: ends the wait of the caller.</summary>
    private void Expire()
    {
        _program.Kill();
        if (_watchdog.IsStillWaiting(KilledPatience))
        {
            _program.KillHolders();
        }
    }

    private static ExternalFailureKind Late(string during) =>
        during == "start" ? ExternalFailureKind.SlowStart : ExternalFailureKind.TimedOut;

    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        var first = bytes[..Math.Min(ShownLength, bytes.Length)];
        var text = new StringBuilder(first.Length);
        foreach (var b in first)
        {
            text.Append(b is >= 0x20 and < 0x7F ? (char)b : '.');
        }

        return IsText(first)
            ? $"\"{text}\""
            : $"\"{text}\" ({Convert.ToHexString(first[..Math.Min(8, first.Length)])})";
    }

    /// <summary>Whether a program that prints wrote them: their hexadecimal digits say no more.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is not ((>= 0x20 and < 0x7F) or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }
}
