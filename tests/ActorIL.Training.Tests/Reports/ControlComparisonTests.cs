using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Tests.Reports;

public class ControlComparisonTests
{
    private static readonly double[] Expert = [.. Enumerable.Repeat(500.0, 40)];

    [Theory]
    [InlineData(500, 0, 10, true)]
    [InlineData(500, 0, 500, false)]
    [InlineData(480, 100, 490, false)]
    [InlineData(9.5, 0, 9, false)]
    [InlineData(70, 0, 10, true)]
    [InlineData(50, 0, 10, false)]
    [InlineData(10, 0, 500, false)]
    public void A_task_can_judge_where_the_control_scores_clearly_lower(
        double student,
        double spread,
        double control,
        bool canJudge
    )
    {
        var returns = Enumerable.Range(0, 40).Select(i => student + (spread * ((i % 5) - 2))).ToArray();
        var comparison = Of(returns, [.. Enumerable.Repeat(control, 40)]);
        Assert.Equal(canJudge, comparison.CanJudge);
        Assert.Equal(student - control, comparison.Difference.Mean, 1e-9);
    }

    [Fact]
    public void Differences_are_paired_by_start_state()
    {
        // Returns differ much from start to start, the two students hardly.
        var hard = Enumerable.Range(0, 40).Select(i => 10.0 * i).ToArray();
        var student = Results([.. hard.Select(value => value + 1)]);
        var comparison = ControlComparison.Of("c", student, Results(hard), [], new RngKey(1));
        Assert.Equal(new("c", hard.Length, 1, 1, 1), comparison.Difference);
        Assert.True(comparison.CanJudge);
    }

    [Fact]
    public void The_margin_is_a_tenth_of_what_the_control_lacks_to_the_expert_and_never_below_0()
    {
        Assert.Equal(49, Of(Expert, [.. Enumerable.Repeat(10.0, 40)]).Margin, 1e-9);
        Assert.Equal(0, Of(Expert, [.. Enumerable.Repeat(600.0, 40)]).Margin);
    }

    [Fact]
    public void Different_numbers_of_episodes_are_refused() => Assert.Throws<ArgumentException>(() => Of([1, 2], [1]));

    [Fact]
    public void The_verdict_says_it_in_words()
    {
        Assert.Equal(
            "s: the task cannot judge: a constant reward scores as well (difference -0.2 [-1.0, 0.5]).",
            ControlVerdict.Of("s", "c", -0.2, -1, 0.5, canJudge: false)
        );
        Assert.Equal(
            "s: the task can judge: c scores lower (difference +12.0 [10.0, 14.0]).",
            ControlVerdict.Of("s", "c", 12, 10, 14, canJudge: true)
        );
    }

    private static ControlComparison Of(double[] student, double[] control) =>
        ControlComparison.Of("control", Results(student), Results(control), Expert, new RngKey(1));

    private static EpisodeResults Results(double[] returns)
    {
        var ones = Enumerable.Repeat(1, returns.Length);
        return new(0, [.. returns], [.. ones], [.. ones.Select(one => (byte)one)], []);
    }
}
