using ActorIL.Algorithms.Gail;

namespace ActorIL.Experiments.Tests;

public class GailConfigurationTests
{
    private const string Three = """
        actoril {
          environment.name = "CartPole-v1"
          ppo { discount = 0.9, reward-scale = 5 }
          student.gail { steps = 5000, discriminator { updates = 3 } }
          students {
            fixed { algorithm = gail, gail { reward = log-d, horizon = 300, constant-reward = -2, demonstrations = 7 } }
            other { algorithm = bc }
            alone { algorithm = gail, gail { control = off, reward-scale = 0.5 } }
            flat { algorithm = gail, gail { reward = constant } }
          }
        }
        """;

    [Fact]
    public void A_generator_is_followed_by_its_control_which_differs_in_the_reward_alone()
    {
        var plan = Configurations.Good(Three).Plan;
        Assert.Equal(["other"], plan.Students.Select(student => student.Name));
        Assert.Equal(
            ["fixed", "fixed-constant-reward", "alone", "flat"],
            plan.Adversaries.Select(adversary => adversary.Name)
        );
        var (found, control) = (plan.Adversaries[0], plan.Adversaries[1]);
        Assert.Equal((7, 300, RewardForm.LogD), (found.DemonstrationCount, found.Horizon, found.Discriminator.Reward));
        Assert.Equal(("gail", "constant-reward"), (found.Algorithm, control.Algorithm));
        Assert.Equal((0, RewardForm.Constant, -2), Paid(control));
        Assert.Equal(
            found,
            control with
            {
                Name = "fixed",
                DemonstrationCount = 7,
                Discriminator = control.Discriminator with { Reward = RewardForm.LogD },
            }
        );
    }

    [Fact]
    public void Generators_are_trained_as_ppo_says_but_for_their_steps_and_the_scale_of_their_rewards()
    {
        var (plan, reference) = (Configurations.Good(Three).Plan, Configurations.Good(Three).Plan);
        var (first, alone) = (plan.Adversaries[0].Generator.Ppo, plan.Adversaries[2].Generator.Ppo);
        Assert.Equal((0.9, 1.0, 5000), (first.Discount, first.RewardScale, first.StepCount));
        Assert.Equal((0.9, 0.5, 3), (alone.Discount, alone.RewardScale, plan.Adversaries[2].Discriminator.UpdateCount));
        Assert.Equal(5, reference.Expert.Training?.Ppo.RewardScale);
    }

    [Fact]
    public void One_that_is_paid_a_constant_by_wish_has_neither_control_nor_demonstrations() =>
        Assert.Equal((0, RewardForm.Constant, 1), Paid(Configurations.Good(Three).Plan.Adversaries[3]));

    [Fact]
    public void What_was_resolved_gives_the_same_generators_again()
    {
        var first = Configurations.Good(Three);
        var second = Configurations.Good(first.Configuration.Text);
        Assert.Equal(first.Plan.Adversaries, second.Plan.Adversaries);
        Assert.Equal(first.Configuration.SemanticHash, second.Configuration.SemanticHash);
    }

    [Theory]
    [InlineData("students.fixed.gail.horizon=501", "at most the environment's step-count-max, 500")]
    [InlineData("students.fixed.gail.reward=logD", "\"log-d\"")]
    [InlineData("students.fixed.gail.demonstrations=0", "from 1")]
    [InlineData("students.x-constant-reward.algorithm=gail", "that the run itself does not use")]
    [InlineData("student.gail.discriminator.input-noise=-1", "at least 0")]
    public void A_mistake_is_explained(string typed, string text) =>
        Assert.Contains(
            Configurations.Errors(Three, typed),
            error => error.ToString().Contains(text, StringComparison.Ordinal)
        );

    private static (int DemonstrationCount, RewardForm Reward, double ConstantReward) Paid(
        Training.Plans.AdversaryPlan plan
    ) => (plan.DemonstrationCount, plan.Discriminator.Reward, plan.Discriminator.ConstantReward);
}
