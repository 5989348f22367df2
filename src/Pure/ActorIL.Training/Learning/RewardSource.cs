using ActorIL.Actors.Addressing;
using ActorIL.Training.Adversarial;

namespace ActorIL.Training.Learning;

/// <summary>
/// Who stands in for the environment's rewards, between the collection of a rollout and its advantages: a child of the
/// learner.
/// </summary>
/// <param name="Judge">What the child does.</param>
/// <param name="HasAbsorbingState">
/// Whether the learner's environment shows the indicator of an absorbing state, which policies are validated without.
/// </param>
internal sealed record RewardSource(DiscriminatorBehavior Judge, bool HasAbsorbingState)
{
    /// <summary>The child's name.</summary>
    internal const string JudgeName = "discriminator";

    /// <summary>The discriminator of a generator: a child of its own.</summary>
    /// <param name="generator">Who trains against it.</param>
    public static ActorRef<DiscriminatorMessage> JudgeOf(ActorId generator) => new(generator.Child(JudgeName));
}
