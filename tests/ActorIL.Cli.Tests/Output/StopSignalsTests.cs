using ActorIL.Cli.Signals;

namespace ActorIL.Cli.Tests.Output;

public class StopSignalsTests
{
    [Fact]
    public void The_first_signal_asks_and_the_second_ends()
    {
        var ended = new List<ExitCode>();
        using var signals = new StopSignals(ended.Add);
        Assert.False(signals.IsRequested);
        signals.Receive(ExitCode.Terminated);
        Assert.True(signals.IsRequested);
        Assert.Empty(ended);
        signals.Receive(ExitCode.Interrupted);
        Assert.Equal([ExitCode.Interrupted], ended);
    }

    [Fact]
    public void The_code_is_that_of_the_first_signal()
    {
        using var signals = new StopSignals(_ => { });
        Assert.Equal(ExitCode.Success, signals.Requested);
        signals.Receive(ExitCode.Terminated);
        Assert.Equal(ExitCode.Terminated, signals.Requested);
    }
}
