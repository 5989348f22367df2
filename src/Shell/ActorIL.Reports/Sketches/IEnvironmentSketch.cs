using System.Collections.Immutable;

namespace ActorIL.Reports.Sketches;

/// <summary>
/// How an environment is drawn from what its agent sees. A pure function, so that reports, terminals and animated files
/// show the same.
/// </summary>
public interface IEnvironmentSketch
{
    /// <summary>What is shown; the same in all frames.</summary>
    SketchView View { get; }

    /// <summary>The shapes of one moment, the hindmost first: as many, of the same kinds, in every moment.</summary>
    /// <param name="observation">Shape [observation size].</param>
    /// <param name="action">Shape [action size]; empty where the episode is over.</param>
    ImmutableArray<SketchShape> Draw(ReadOnlySpan<float> observation, ReadOnlySpan<float> action);
}
