namespace ActorIL.Akka.Hosting;

/// <summary>An Akka actor was stopped by somebody else than its host, or its host has thrown.</summary>
public sealed class LostActorException : Exception
{
    /// <summary>Without a path.</summary>
    public LostActorException()
        : this("an actor was stopped from outside") { }

    /// <param name="message">What happened.</param>
    public LostActorException(string message)
        : base(message) { }

    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public LostActorException(string message, Exception innerException)
        : base(message, innerException) { }
}
