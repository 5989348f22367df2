namespace ActorIL.Cli;

/// <summary>What the program tells its caller. The numbers are a promise to scripts.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>What was asked for could not be done.</summary>
    Error = 1,

    /// <summary>The command line was not understood; nothing was tried.</summary>
    Usage = 2,

    /// <summary>A damaged file was repaired, with loss.</summary>
    RecoveredWithLoss = 3,

    /// <summary>Two runs that should agree do not.</summary>
    Diverged = 4,

    /// <summary>Ended early by Ctrl-C: 128 + SIGINT.</summary>
    Interrupted = 130,

    /// <summary>Ended early by SIGTERM: 128 + 15.</summary>
    Terminated = 143,
}
