namespace ActorIL.Algorithms.Policies;

/// <summary>What carries a policy's memory from step to step.</summary>
public enum RecurrentKind
{
    /// <summary>Nothing: a feed-forward network.</summary>
    None = 0,

    /// <summary>Long short-term memory, Hochreiter and Schmidhuber 1997.</summary>
    Lstm = 1,

    /// <summary>Gated recurrent unit, Cho et al. 2014, arXiv:1406.1078.</summary>
    Gru = 2,
}
