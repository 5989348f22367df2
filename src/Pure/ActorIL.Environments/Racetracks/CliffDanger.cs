using ActorIL.Core.Contracts;

namespace ActorIL.Environments.Racetracks;

/// <summary>How far an <see cref="OriginalRacetrack"/> car is on the side of the cliff, relative to where it is.</summary>
internal sealed record CliffDanger : IDangerMeasure
{
    public double Of(ReadOnlySpan<float> observation) => Math.Max(0, -observation[1] / OriginalRacetrack.HalfWidth);
}
