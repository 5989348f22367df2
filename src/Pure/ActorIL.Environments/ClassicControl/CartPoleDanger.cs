using ActorIL.Core.Contracts;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// The pole's angle or the cart's place, whichever is nearer to its bound, and relative to it. Rates do not count: a
/// watcher sees where things are.
/// </summary>
/// <param name="Parameters">Where the bounds are.</param>
internal sealed record CartPoleDanger(CartPoleParams Parameters) : IDangerMeasure
{
    public double Of(ReadOnlySpan<float> observation) =>
        Math.Max(Math.Abs(observation[0]) / Parameters.PositionMax, Math.Abs(observation[2]) / Parameters.AngleMax);
}
