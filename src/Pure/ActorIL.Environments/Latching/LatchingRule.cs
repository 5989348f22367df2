using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Latching;

/// <summary>
/// When two actions are the same, when one contradicts another, and how long a policy may hold on to what its expert
/// contradicts before it is called latched.
/// </summary>
/// <param name="SameWithin">
/// Box actions are the same where no component differs by more than this share of half its range; in [0, 1].
/// </param>
/// <param name="ContradictsFrom">
/// Box actions contradict each other where a component differs by this share of half its range or more; above
/// <paramref name="SameWithin"/>.
/// </param>
/// <param name="StepCountLeast">Steps in a row, ≥ 1.</param>
/// <param name="EpisodeShareLeast">
/// Share of the episode that these steps must be, in [0, 1]: who only reacts a little late has not latched.
/// </param>
/// <remarks>Choices are the same where they are equal, and contradict each other otherwise.</remarks>
internal sealed record LatchingRule(
    double SameWithin,
    double ContradictsFrom,
    int StepCountLeast,
    double EpisodeShareLeast
)
{
    /// <summary>A twentieth, a half, five steps, and a tenth of the episode.</summary>
    public static LatchingRule Usual { get; } =
        new(SameWithin: 0.05, ContradictsFrom: 0.5, StepCountLeast: 5, EpisodeShareLeast: 0.1);

    /// <summary>Whether so many steps in a row are too many.</summary>
    /// <param name="heldSteps">Repeats in a row that the expert contradicted, ≥ 0.</param>
    /// <param name="stepCount">Steps of the episode, ≥ 0.</param>
    public bool IsLatched(int heldSteps, int stepCount) =>
        heldSteps >= StepCountLeast && heldSteps >= EpisodeShareLeast * stepCount;

    /// <summary>Whether one action repeats the other.</summary>
    public bool IsSame(Space actions, ReadOnlySpan<float> one, ReadOnlySpan<float> other) =>
        Distance(actions, one, other) <= SameWithin;

    /// <summary>Whether one action contradicts the other.</summary>
    public bool Contradicts(Space actions, ReadOnlySpan<float> one, ReadOnlySpan<float> other) =>
        Distance(actions, one, other) >= ContradictsFrom;

    /// <summary>The largest difference of a component, in halves of its range; of choices 0 or 1.</summary>
    private static double Distance(Space actions, ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var box = actions.Match(discrete: _ => null, box: box => (Space.Box?)box, product: _ => null);
        if (box is null)
        {
            return one.SequenceEqual(other) ? 0 : 1;
        }

        var most = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            // Without bounds a unit is all there is to compare with.
            var range = (double)box.High[i] - box.Low[i];
            most = Math.Max(most, Math.Abs((double)one[i] - other[i]) / (double.IsFinite(range) ? range / 2 : 1));
        }

        return most;
    }
}
