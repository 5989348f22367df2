namespace ActorIL.Algorithms.Critics;

/// <summary>What an episode that its time limit ended means to the learner.</summary>
public enum TimeLimitTreatment
{
    /// <summary>It would have gone on: γ V(final observation) stands for the rest.</summary>
    Bootstrap,

    /// <summary>
    /// It was over, with nothing to come: what many implementations do, and wrong (Pardo et al. 2018,
    /// arXiv:1712.00378). Here for comparison.
    /// </summary>
    Terminal,
}
