namespace ActorIL.Core.Contracts;

/// <summary>
/// How near to losing its task an agent is, as somebody who watches it would say: a pure function of what it sees.
/// </summary>
public interface IDangerMeasure
{
    /// <summary>The danger of an observation: 0 is none, 1 is at the bound beyond which the task is lost.</summary>
    /// <param name="observation">Shape [observation size].</param>
    /// <returns>At least 0; above 1 beyond the bound.</returns>
    double Of(ReadOnlySpan<float> observation);
}
