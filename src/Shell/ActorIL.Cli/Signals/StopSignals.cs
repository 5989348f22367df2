using System.Runtime.InteropServices;

namespace ActorIL.Cli.Signals;

/// <summary>
/// Ctrl-C and SIGTERM ask the run to stop after its round. Whoever asks twice does not want to wait: the process ends.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly Action<ExitCode> _exitAtOnce;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    // Written by the system's signal thread, read by the run's. 0 is no code that a signal stands for.
    private volatile int _requested;

    /// <param name="exitAtOnce">Ends the process.</param>
    public StopSignals(Action<ExitCode> exitAtOnce)
    {
        _exitAtOnce = exitAtOnce;
        _interrupt = Register(PosixSignal.SIGINT, ExitCode.Interrupted);
        _terminate = Register(PosixSignal.SIGTERM, ExitCode.Terminated);
    }

    /// <summary>Whether to stop after this round.</summary>
    public bool IsRequested => _requested != 0;

    /// <summary>The code of the first signal, or <see cref="ExitCode.Success"/> while there is none.</summary>
    public ExitCode Requested => (ExitCode)_requested;

    /// <summary>What a signal does.</summary>
    public void Receive(ExitCode code)
    {
        if (IsRequested)
        {
            _exitAtOnce(code);
        }

        _requested = (int)code;
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, ExitCode code) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            Receive(code);
        });
}
