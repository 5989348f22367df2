using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Wide starts: within 1 m of the one start across the road and 0.3 rad of its heading. A push turns the car by 0.2 to
/// 0.5 rad to either side. Recovered is who is on the road 60 steps later, or has arrived there.
/// </summary>
internal sealed record OriginalRacetrackPerturbation : IPerturbation<RacetrackState>
{
    private const double StartOffset = 1;
    private const double StartTurn = 0.3;
    private const double TurnLeast = 0.2;
    private const double TurnMost = 0.5;

    public PerturbationTerms Terms =>
        new(
            "y within 1 m and heading within 0.3 rad of the one start",
            "the car turned by 0.2 to 0.5 rad, to either side",
            "on the road 60 steps later, or when the episode ends before",
            PushFrom: 20,
            PushUntil: 100,
            RecoverySteps: 60
        );

    public RacetrackState WideStart(RngKey key) =>
        new(
            X: 0,
            Draw.Uniform(key, 0, -StartOffset, StartOffset),
            Speed: 1,
            Draw.Uniform(key, 1, -StartTurn, StartTurn)
        );

    public RacetrackState Push(in RacetrackState state, RngKey key) =>
        state with
        {
            Heading = state.Heading + SignedDraw.Between(key, 1, TurnLeast, TurnMost),
        };

    public bool HasRecovered(in RacetrackState state, Ending ending) =>
        Math.Abs(state.Y) <= OriginalRacetrack.HalfWidth;
}
