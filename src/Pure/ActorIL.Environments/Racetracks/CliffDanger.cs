using ActorIL.Core.Contracts;

namespace ActorIL.Environments.Racetracks;

/// <summary>How near to the cliff of <see cref="OriginalRacetrack"/>, relative to how far that is.</summary>
internal sealed record CliffDanger : IDangerMeasure
{
    public double Of(ReadOnlySpan<float> observation) => Math.Max(0, -observation[1] / OriginalRacetrack.HalfWidth);
}
