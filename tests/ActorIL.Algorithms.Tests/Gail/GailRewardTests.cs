using ActorIL.Algorithms.Gail;
using ActorIL.Testing;

namespace ActorIL.Algorithms.Tests.Gail;

public class GailRewardTests
{
    [Fact]
    public void Log_D_never_pays_and_minus_log_one_minus_D_never_costs() =>
        Law.Holds(
            Any.Float(-200, 200),
            logit => Of(RewardForm.LogD, logit) <= 0 && Of(RewardForm.MinusLogOneMinusD, logit) >= 0
        );

    [Fact]
    public void The_logit_is_the_sum_of_the_other_two() =>
        Law.Holds(
            Any.Float(-50, 50),
            logit =>
                Math.Abs(Of(RewardForm.LogD, logit) + Of(RewardForm.MinusLogOneMinusD, logit) - logit) < 1e-5
                && Of(RewardForm.Logit, logit) == logit
        );

    [Fact]
    public void More_like_the_expert_is_never_paid_less() =>
        Law.Holds(
            Any.Float(-60, 60),
            logit =>
                Enum.GetValues<RewardForm>()
                    .Where(form => form != RewardForm.Constant)
                    .All(form => Of(form, logit + 0.5f) >= Of(form, logit))
        );

    [Fact]
    public void The_forms_are_those_of_the_formulas_where_these_can_be_computed() =>
        Law.Holds(
            Any.Float(-8, 8),
            logit =>
            {
                var expert = 1 / (1 + Math.Exp(-(double)logit));
                return Math.Abs(Of(RewardForm.LogD, logit) - Math.Log(expert)) < 1e-5
                    && Math.Abs(Of(RewardForm.MinusLogOneMinusD, logit) + Math.Log(1 - expert)) < 1e-3;
            }
        );

    [Fact]
    public void A_discriminator_that_knows_nothing_pays_log_2_either_way_and_no_logit()
    {
        Assert.Equal(-MathF.Log(2), Of(RewardForm.LogD, 0), 6);
        Assert.Equal(MathF.Log(2), Of(RewardForm.MinusLogOneMinusD, 0), 6);
        Assert.Equal(0, Of(RewardForm.Logit, 0));
    }

    [Theory]
    [InlineData(RewardForm.LogD, 1e4f, 0)]
    [InlineData(RewardForm.LogD, -1e4f, -1e4f)]
    [InlineData(RewardForm.MinusLogOneMinusD, 1e4f, 1e4f)]
    [InlineData(RewardForm.MinusLogOneMinusD, -1e4f, 0)]
    [InlineData(RewardForm.Logit, 3e38f, 3e38f)]
    public void A_perfect_discriminator_pays_the_limits_and_nothing_overflows(
        RewardForm form,
        float logit,
        float reward
    ) => Assert.Equal(reward, Of(form, logit));

    [Fact]
    public void A_constant_reward_knows_nothing_of_the_logit() =>
        Law.Holds(Any.Float(-1e6f, 1e6f), logit => Of(RewardForm.Constant, logit) == -0.5f);

    [Fact]
    public void Shapes_that_disagree_are_refused() =>
        Assert.Throws<ArgumentException>(() => GailReward.Evaluate(RewardForm.Logit, 0, new float[3], new float[2]));

    private static float Of(RewardForm form, float logit)
    {
        var rewards = new float[1];
        GailReward.Evaluate(form, -0.5, [logit], rewards);
        return rewards[0];
    }
}
