using Akka.Actor;

namespace ActorIL.Akka.Hosting;

/// <summary>What stands for one of our actors in Akka.</summary>
/// <param name="path">Our path of it.</param>
internal sealed class ActorSlot(string path)
{
    private volatile bool _isEnded;
    private volatile IActorRef _reference = ActorRefs.Nobody;

    public string Path { get; } = path;

    public IActorRef Reference
    {
        get => _reference;
        set => _reference = value;
    }

    /// <summary>Whether our side has ended it, so that its stop is no news.</summary>
    public bool IsEnded => _isEnded;

    /// <summary>Ends it: mail that waits goes to Akka's dead letters.</summary>
    public void End()
    {
        _isEnded = true;
        (_reference as IInternalActorRef)?.Stop();
    }
}
