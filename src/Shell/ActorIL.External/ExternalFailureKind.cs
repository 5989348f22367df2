namespace ActorIL.External;

/// <summary>The ways in which a program outside fails.</summary>
public enum ExternalFailureKind
{
    /// <summary>The program could not be started: no such file, no right to run it.</summary>
    NotStarted,

    /// <summary>It started, but did not answer the greeting in time.</summary>
    SlowStart,

    /// <summary>It ended, between two answers or instead of one.</summary>
    Exited,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It wrote what is no frame of the protocol, or not the answer that was asked for.</summary>
    Garbage,

    /// <summary>It ended, or closed its output, within a frame.</summary>
    PartialFrame,

    /// <summary>It speaks another version of the protocol.</summary>
    WrongVersion,

    /// <summary>Its answer has another size than the request and the spaces say.</summary>
    WrongShape,

    /// <summary>The environment itself failed and says why; the program lives on.</summary>
    Environment,

    /// <summary>An observation or reward is infinite or no number; the program lives on.</summary>
    NotFinite,

    /// <summary>It was stopped from this side.</summary>
    Stopped,
}
