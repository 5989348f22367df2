using ActorIL.Core.Mathematics;

namespace ActorIL.Environments.Racetracks;

/// <summary>The middle of a track, a wave: y = amplitude · sin(frequency · x).</summary>
/// <param name="Amplitude">Metres.</param>
/// <param name="Frequency">Radians a metre.</param>
internal readonly record struct CentreLine(double Amplitude, double Frequency)
{
    /// <summary>y, dy/dx and d²y/dx² at <paramref name="x"/>.</summary>
    public (double Height, double Slope, double Bend) At(double x)
    {
        var (sine, cosine) = Elementary.SinCos(Frequency * x);
        return (Amplitude * sine, Amplitude * Frequency * cosine, -(Amplitude * Frequency * Frequency * sine));
    }

    /// <summary>A car beside the middle, turned from where the track goes.</summary>
    /// <param name="x">Metres along the axis.</param>
    /// <param name="offset">Metres of y from the middle.</param>
    /// <param name="speed">Metres a second.</param>
    /// <param name="turn">Radians from the track's direction.</param>
    public RacetrackState Beside(double x, double offset, double speed, double turn)
    {
        var (height, slope, _) = At(x);
        return new(x, height + offset, speed, Angles.OfSlope(slope) + turn);
    }

    /// <summary>e: metres across the track from its middle at the car's x, positive to the left.</summary>
    public double Offset(in RacetrackState state) => state.Y - (Amplitude * Elementary.Sin(Frequency * state.X));
}
