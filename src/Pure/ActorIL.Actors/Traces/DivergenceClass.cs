namespace ActorIL.Actors.Traces;

/// <summary>How a recomputed run first differs from its trace.</summary>
public enum DivergenceClass
{
    /// <summary>The same envelope with another content.</summary>
    Payload,

    /// <summary>The trace has a delivery that the code no longer makes.</summary>
    Missing,

    /// <summary>The code makes a delivery that the trace does not have.</summary>
    Extra,

    /// <summary>The same envelopes, in another order.</summary>
    Reordered,

    /// <summary>The same envelope at another virtual time.</summary>
    Timing,

    /// <summary>An actor failed on one side and not on the other.</summary>
    Failure,

    /// <summary>The trace was made by other arithmetic, environments or versions than this program's.</summary>
    Environment,
}
