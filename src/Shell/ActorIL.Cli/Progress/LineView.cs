namespace ActorIL.Cli.Progress;

/// <summary>A line now and then: for logs, pipes and build servers.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="clock">Decides when the next line is due.</param>
/// <param name="interval">Between two lines; the last status is always shown.</param>
internal sealed class LineView(TextWriter output, TimeProvider clock, TimeSpan interval) : IRunView
{
    public Action<string>? Line => null;

    public T Watch<T>(RunStatus start, Func<Action<RunStatus>, T> run)
    {
        var startedAt = clock.GetTimestamp();
        var (shownAt, shown, latest) = (startedAt, start, start);
        var result = run(status =>
        {
            latest = status;
            if (clock.GetElapsedTime(shownAt) >= interval)
            {
                (shownAt, shown) = (clock.GetTimestamp(), latest);
                Write(latest, clock.GetElapsedTime(startedAt));
            }
        });
        if (latest != shown)
        {
            Write(latest, clock.GetElapsedTime(startedAt));
        }

        return result;
    }

    private void Write(RunStatus status, TimeSpan elapsed)
    {
        output.Write(StatusText.Line(status, elapsed) + "\n");
        output.Flush();
    }
}
