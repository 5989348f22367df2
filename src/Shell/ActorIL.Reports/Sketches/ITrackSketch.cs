using System.Collections.Immutable;

namespace ActorIL.Reports.Sketches;

/// <summary>A sketch of a place that is driven through, so that whole episodes can be drawn as lines on it.</summary>
public interface ITrackSketch : IEnvironmentSketch
{
    /// <summary>What is there at every moment.</summary>
    ImmutableArray<SketchShape> Ground { get; }

    /// <summary>Where the agent is.</summary>
    /// <param name="observation">Shape [observation size].</param>
    SketchPoint Place(ReadOnlySpan<float> observation);
}
