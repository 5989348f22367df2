using ActorIL.Actors.Hosts;

namespace ActorIL.Bench.Traces;

/// <summary>
/// Watches and says nothing, so that a run without a trace reports its rounds as one with a trace does.
/// </summary>
internal sealed class QuietObserver : IRunObserver
{
    public void AfterRound(in RoundReport report) { }
}
