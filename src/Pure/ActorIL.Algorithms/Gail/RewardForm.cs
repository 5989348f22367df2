namespace ActorIL.Algorithms.Gail;

/// <summary>What a step pays the generator, as a function of D: the probability that it is the expert's.</summary>
public enum RewardForm
{
    /// <summary>log D: never above 0, so that every step costs something and ending early pays.</summary>
    LogD = 0,

    /// <summary>−log(1 − D): never below 0, so that every step pays something and surviving pays.</summary>
    MinusLogOneMinusD = 1,

    /// <summary>log D − log(1 − D), the logit: of either sign.</summary>
    Logit = 2,

    /// <summary>The same for every step: the control, which knows nothing of the expert.</summary>
    Constant = 3,
}
