using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Wide starts: any angle, any angular velocity that there is. A push changes the angular velocity by 2 to 6 rad/s to
/// either side, within its bounds. Recovered is who is upright and nearly at rest 5 s later.
/// </summary>
/// <param name="Parameters">Where the bounds are.</param>
internal sealed record PendulumPerturbation(PendulumParams Parameters) : IPerturbation<PendulumState>
{
    private const double BlowLeast = 2;
    private const double BlowMost = 6;
    private const double AngleNear = 0.2;
    private const double RateNear = 1;

    public PerturbationTerms Terms =>
        new(
            "any angle, any angular velocity within its bounds",
            "2 to 6 rad/s of angular velocity more, to either side, within its bounds",
            "within 0.2 rad of upright and slower than 1 rad/s, 5 s later",
            PushFrom: StepTime.Of(4, Parameters.TimeStep),
            PushUntil: StepTime.Of(5, Parameters.TimeStep),
            RecoverySteps: StepTime.Of(5, Parameters.TimeStep)
        );

    public PendulumState WideStart(RngKey key) =>
        new(
            Draw.Uniform(key, 0, -Math.PI, Math.PI),
            Draw.Uniform(key, 1, -Parameters.AngularVelocityMax, Parameters.AngularVelocityMax)
        );

    public PendulumState Push(in PendulumState state, RngKey key) =>
        state with
        {
            AngularVelocity = Math.Clamp(
                state.AngularVelocity + SignedDraw.Between(key, 1, BlowLeast, BlowMost),
                -Parameters.AngularVelocityMax,
                Parameters.AngularVelocityMax
            ),
        };

    public bool HasRecovered(in PendulumState state, Ending ending) =>
        Math.Abs(Angles.Wrap(state.Angle)) < AngleNear && Math.Abs(state.AngularVelocity) < RateNear;
}
