using ActorIL.Core.Contracts;

namespace ActorIL.Environments.Racetracks;

/// <summary>Distance from the middle of a track relative to where its lane ends.</summary>
/// <param name="Track">Which track.</param>
internal sealed record LaneDanger(IRacetrack Track) : IDangerMeasure
{
    public double Of(ReadOnlySpan<float> observation) =>
        Math.Abs(Track.Line.Offset(Track.Read(observation))) / Track.LaneHalfWidth;
}
