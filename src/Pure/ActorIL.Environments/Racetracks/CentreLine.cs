using ActorIL.Core.Mathematics;

namespace ActorIL.Environments.Racetracks;

/// <summary>The middle of a track, a wave: y = amplitude · sin(frequency · x).</summary>
/// <param name="Amplitude">Metres.</param>
/// <param name="Frequency">Radians a metre.</param>
public readonly record struct CentreLine(double Amplitude, double Frequency)
{
    /// <summary>y, dy/dx and d²y/dx² at <paramref name="x"/>.</summary>
    public (double Height, double Slope, double Bend) At(double x)
    {
        var (sine, cosine) = Elementary.SinCos(Frequency * x);
        return (Amplitude * sine, Amplitude * Frequency * cosine, -(Amplitude * Frequency * Frequency * sine));
    }

    /// <summary>e: metres across the track from its middle at the car's x, positive to the left.</summary>
    public double Offset(in RacetrackState state) => state.Y - (Amplitude * Elementary.Sin(Frequency * state.X));
}
