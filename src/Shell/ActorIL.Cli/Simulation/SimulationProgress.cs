using System.Globalization;

namespace ActorIL.Cli.Simulation;

/// <summary>Says now and then how far the simulations are.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="clock">Decides when the next one is due.</param>
/// <param name="interval">Between two lines.</param>
internal sealed class SimulationProgress(TextWriter output, TimeProvider clock, TimeSpan interval)
{
    private readonly long _startedAt = clock.GetTimestamp();
    private long _shownAt = clock.GetTimestamp();

    public void Say(string text)
    {
        output.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[{clock.GetElapsedTime(_startedAt).TotalSeconds, 6:F1} s] {text}\n"
            )
        );
        output.Flush();
    }

    /// <summary>So many of all simulations have ended.</summary>
    public void Ended(int count, int simulationCount)
    {
        if (clock.GetElapsedTime(_shownAt) >= interval)
        {
            _shownAt = clock.GetTimestamp();
            Say(string.Create(CultureInfo.InvariantCulture, $"{count}/{simulationCount} simulations"));
        }
    }
}
