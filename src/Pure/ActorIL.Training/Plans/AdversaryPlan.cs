using ActorIL.Algorithms.Gail;

namespace ActorIL.Training.Plans;

/// <summary>A generator trained by PPO on what a discriminator, or a constant, pays it.</summary>
/// <param name="Name">Its stage and its actor: letters, digits and hyphens.</param>
/// <param name="DemonstrationCount">Whole episodes the discriminator learns from, ≥ 1; 0 for none.</param>
/// <param name="Horizon">
/// Steps of every training episode, with an absorbing state behind its end; 0 for episodes as they end.
/// </param>
/// <param name="Discriminator">How it learns and what it pays.</param>
/// <param name="Generator">PPO and the validation of what comes of it.</param>
public sealed record AdversaryPlan(
    string Name,
    int DemonstrationCount,
    int Horizon,
    GailConfig Discriminator,
    ExpertPlan.Trained Generator
)
{
    /// <summary>The algorithm of a generator that a discriminator pays.</summary>
    public const string Adversarial = "gail";

    /// <summary>The algorithm of one that is paid the same for every step.</summary>
    public const string ConstantReward = "constant-reward";

    private const string ControlEnding = "-" + ConstantReward;

    /// <summary>What the report calls its way of learning.</summary>
    public string Algorithm => Discriminator.Learns ? Adversarial : ConstantReward;

    /// <summary>The same with a constant reward: it knows nothing of the expert.</summary>
    public AdversaryPlan Control =>
        this with
        {
            Name = ControlOf(Name),
            DemonstrationCount = 0,
            Discriminator = Discriminator with { Reward = RewardForm.Constant },
        };

    /// <summary>The name of the stage that is the control of a student's.</summary>
    public static string ControlOf(string student) => student + ControlEnding;

    /// <summary>Whether a stage is a control.</summary>
    public static bool IsControl(string stage) => stage.EndsWith(ControlEnding, StringComparison.Ordinal);
}
