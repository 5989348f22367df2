using ActorIL.Core.Contracts;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// The cliff racetrack as it was first described, quirks kept: a gentle line on a road 4 m wide with a cliff on its
/// right, and always the same start. Reward -0.1 a step; -100 where the car falls, which terminates; on the left,
/// beyond the road, -10 a metre. Observations are x, y, speed and heading as float32.
/// </summary>
/// <remarks>
/// <para>
/// It never ends by itself short of a fall or the finish at 50 m, and its evaluation took 200 steps: the catalog's
/// entry has these as its time limit. Start and physics have no chance in them, so all episodes of a policy are one
/// episode, a rate of crashes is 0 or 1, and a hundred demonstrations are one. CliffRacetrack-v1 is for measuring.
/// </para>
/// <para>Finishing is success and falling failure; standing still is neither.</para>
/// </remarks>
internal readonly struct OriginalRacetrack : IEnvironment<OriginalRacetrackParams, RacetrackState>
{
    internal const double HalfWidth = 2;
    internal const double Length = 50;
    private const double SpeedMax = 10;
    private const double TimeStep = 0.1;
    private const double StepCost = 0.1;
    private const double CrashPenalty = 100;
    private const double BeyondCost = 10;

    public static bool HasOutcomes => true;

    /// <summary>x, y, speed and heading.</summary>
    public static Space Observations(in OriginalRacetrackParams parameters) => Seen;

    internal static Space Seen { get; } =
        new Space.Box(
            [float.NegativeInfinity, float.NegativeInfinity, 0f, float.NegativeInfinity],
            [float.PositiveInfinity, float.PositiveInfinity, (float)SpeedMax, float.PositiveInfinity]
        );

    /// <summary>Steering and throttle, each in [-1, 1].</summary>
    public static Space Actions(in OriginalRacetrackParams parameters) => Car.Controls;

    /// <summary>At the origin, along the x axis, with 1 m/s; the key is unused.</summary>
    public static RacetrackState Reset(in OriginalRacetrackParams parameters, RngKey key) => new(0, 0, 1, 0);

    /// <summary>One step of the car; the key is unused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The action is NaN.</exception>
    public static StepResult<RacetrackState> Step(
        in OriginalRacetrackParams parameters,
        in RacetrackState state,
        ActionView action,
        RngKey key
    )
    {
        var (steering, throttle) = Car.Controlled(action, noise: 0, key);
        var next = Car.Drive(state, steering, throttle, TimeStep, SpeedMax);
        if (next.Y < -HalfWidth)
        {
            return StepResult.Terminated(next, -CrashPenalty);
        }

        var reward = next.Y > HalfWidth ? -BeyondCost * (next.Y - HalfWidth) : -StepCost;
        return next.X >= Length ? StepResult.Terminated(next, reward) : StepResult.Continue(next, reward);
    }

    public static void Observe(in OriginalRacetrackParams parameters, in RacetrackState state, Span<float> observation)
    {
        observation[0] = (float)state.X;
        observation[1] = (float)state.Y;
        observation[2] = (float)state.Speed;
        observation[3] = (float)state.Heading;
    }

    public static Outcome Judge(in OriginalRacetrackParams parameters, in RacetrackState state) =>
        state.Y < -HalfWidth ? Outcome.Failure
        : state.X >= Length ? Outcome.Success
        : Outcome.None;

    /// <summary>The height of the line to follow, 0.3 sin(0.2 x) + 0.2 sin(0.5 x), metres.</summary>
    internal static double Line(double x) => (0.3 * Elementary.Sin(0.2 * x)) + (0.2 * Elementary.Sin(0.5 * x));
}
