namespace ActorIL.Training.Learning;

/// <summary>What is known of a learner between messages, whatever its algorithm.</summary>
internal interface ILearnerState
{
    /// <summary>The best policy so far; null before the first score.</summary>
    Candidate? Best { get; }
}
