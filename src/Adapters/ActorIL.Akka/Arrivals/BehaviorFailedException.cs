namespace ActorIL.Akka.Arrivals;

/// <summary>A behaviour has failed: what Akka's supervision is told.</summary>
public sealed class BehaviorFailedException : Exception
{
    /// <summary>Without a path.</summary>
    public BehaviorFailedException()
        : this("a behaviour has failed") { }

    /// <param name="message">Whose.</param>
    public BehaviorFailedException(string message)
        : base(message) { }

    /// <param name="message">Whose.</param>
    /// <param name="innerException">Why.</param>
    public BehaviorFailedException(string message, Exception innerException)
        : base(message, innerException) { }
}
