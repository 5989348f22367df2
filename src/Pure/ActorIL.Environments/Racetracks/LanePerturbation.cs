using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Wide starts: within 0.8 of the lane's half width and 0.3 rad of the track's direction. A push turns the car by 0.1
/// to 0.3 rad to either side. Recovered is who is in the lane 4 s later, or has arrived there; who fell ended
/// outside it.
/// </summary>
/// <param name="Track">Which track.</param>
/// <param name="StartLength">Metres of x that starts are uniform over, from 0.</param>
/// <param name="StartSpeed">Metres a second.</param>
/// <param name="TimeStep">Seconds.</param>
internal sealed record LanePerturbation(IRacetrack Track, double StartLength, double StartSpeed, double TimeStep)
    : IPerturbation<RacetrackState>
{
    private const double StartShare = 0.8;
    private const double StartTurn = 0.3;
    private const double TurnLeast = 0.1;
    private const double TurnMost = 0.3;

    public PerturbationTerms Terms =>
        new(
            "offset within 0.8 of the lane's half width, heading within 0.3 rad of the track's direction",
            "the car turned by 0.1 to 0.3 rad, to either side",
            "in the lane 4 s later, or when the episode ends before",
            PushFrom: StepTime.Of(3, TimeStep),
            PushUntil: StepTime.Of(12, TimeStep),
            RecoverySteps: StepTime.Of(4, TimeStep)
        );

    public RacetrackState WideStart(RngKey key) =>
        Track.Line.Beside(
            Draw.Uniform(key, 0, 0, StartLength),
            Draw.Uniform(key, 1, -StartShare * Track.LaneHalfWidth, StartShare * Track.LaneHalfWidth),
            StartSpeed,
            Draw.Uniform(key, 2, -StartTurn, StartTurn)
        );

    public RacetrackState Push(in RacetrackState state, RngKey key) =>
        state with
        {
            Heading = state.Heading + SignedDraw.Between(key, 1, TurnLeast, TurnMost),
        };

    public bool HasRecovered(in RacetrackState state, Ending ending) =>
        Math.Abs(Track.Line.Offset(state)) <= Track.LaneHalfWidth;
}
