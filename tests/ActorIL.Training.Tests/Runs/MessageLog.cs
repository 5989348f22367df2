using ActorIL.Actors.Hosts;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Keeps every message that was handed to an actor, in order.</summary>
internal sealed class MessageLog : IRunObserver
{
    private readonly List<object> _messages = [];

    public IReadOnlyList<TMessage> Of<TMessage>() => [.. _messages.OfType<TMessage>()];

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var delivery in report.Deliveries)
        {
            if (delivery.Message is { } message)
            {
                _messages.Add(message);
            }
        }
    }
}
