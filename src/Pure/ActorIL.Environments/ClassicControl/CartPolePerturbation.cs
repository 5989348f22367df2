using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Wide starts: every component uniform over half of what the episode survives, position and angle within half of
/// their bounds, rates within ±0.5. A push is a blow at the pole, which changes its angular velocity by 0.5 to 1.5
/// rad/s to either side. Recovered is who still balances 2 s later.
/// </summary>
/// <param name="Parameters">Where the bounds are.</param>
internal sealed record CartPolePerturbation(CartPoleParams Parameters) : IPerturbation<CartPoleState>
{
    private const double RateMax = 0.5;
    private const double BlowLeast = 0.5;
    private const double BlowMost = 1.5;

    public PerturbationTerms Terms =>
        new(
            "position and angle uniform within half of their bounds, both rates within 0.5 (m/s, rad/s)",
            "a blow at the pole: 0.5 to 1.5 rad/s of angular velocity more, to either side",
            "still balanced 2 s later",
            PushFrom: StepTime.Of(1, Parameters.TimeStep),
            PushUntil: StepTime.Of(5, Parameters.TimeStep),
            RecoverySteps: StepTime.Of(2, Parameters.TimeStep)
        );

    public CartPoleState WideStart(RngKey key) =>
        new(
            Draw.Uniform(key, 0, -Parameters.PositionMax / 2, Parameters.PositionMax / 2),
            Draw.Uniform(key, 1, -RateMax, RateMax),
            Draw.Uniform(key, 2, -Parameters.AngleMax / 2, Parameters.AngleMax / 2),
            Draw.Uniform(key, 3, -RateMax, RateMax)
        );

    public CartPoleState Push(in CartPoleState state, RngKey key) =>
        state with
        {
            AngularVelocity = state.AngularVelocity + SignedDraw.Between(key, 1, BlowLeast, BlowMost),
        };

    public bool HasRecovered(in CartPoleState state, Ending ending) => ending != Ending.Terminated;
}
