using ActorIL.Actors.Hosts;

namespace ActorIL.Plugins.Tests.Stages;

/// <summary>What the lifecycle log says of failures.</summary>
internal sealed class FailureLog : IRunObserver
{
    private readonly List<string> _details = [];

    public string Text => string.Join('\n', _details);

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var change in report.Events)
        {
            if (change.Kind == LifecycleKind.Failed)
            {
                _details.Add(change.Detail);
            }
        }
    }
}
