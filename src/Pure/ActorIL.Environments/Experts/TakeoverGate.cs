namespace ActorIL.Environments.Experts;

/// <summary>
/// A simulated human who takes over where it gets dangerous and lets go where it is safe again. Between the two
/// thresholds everything stays as it is, so that the wheel does not change hands in every step.
/// </summary>
/// <remarks>
/// Source: the gating of HG-DAgger, Kelly and others, "HG-DAgger: interactive imitation learning with human experts",
/// ICRA 2019; with the two thresholds of LazyDAgger.
/// </remarks>
public readonly record struct TakeoverGate
{
    /// <param name="engageAt">Danger from which the human drives, &gt; 0.</param>
    /// <param name="releaseAt">Danger up to which the human lets go, in [0, <paramref name="engageAt"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The thresholds are not in that order.</exception>
    public TakeoverGate(double engageAt, double releaseAt)
    {
        if (!(releaseAt >= 0 && releaseAt < engageAt))
        {
            throw new ArgumentOutOfRangeException(
                nameof(releaseAt),
                releaseAt,
                $"Wanted at least 0, and less than what engages, {engageAt}."
            );
        }

        (EngageAt, ReleaseAt) = (engageAt, releaseAt);
    }

    /// <summary>Danger from which the human drives.</summary>
    public double EngageAt { get; }

    /// <summary>Danger up to which the human lets go.</summary>
    public double ReleaseAt { get; }

    /// <summary>Whether the human drives now.</summary>
    /// <param name="engaged">Whether they drove before.</param>
    /// <param name="danger">As <see cref="Core.Contracts.IDangerMeasure"/> has it; NaN counts as danger.</param>
    public bool Next(bool engaged, double danger) => engaged ? !(danger <= ReleaseAt) : !(danger < EngageAt);
}
