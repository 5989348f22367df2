using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>A racetrack as its driver and its watcher know it.</summary>
internal interface IRacetrack
{
    CentreLine Line { get; }

    /// <summary>Metres from the middle to where the lane ends, on either side.</summary>
    double LaneHalfWidth { get; }

    /// <summary>The speed a driver should hold, metres a second.</summary>
    double SpeedWanted { get; }

    Space Seen { get; }

    /// <summary>Where the car is, as an observation tells it; x up to whole laps.</summary>
    /// <param name="observation">Shape [observation size].</param>
    RacetrackState Read(ReadOnlySpan<float> observation);
}
