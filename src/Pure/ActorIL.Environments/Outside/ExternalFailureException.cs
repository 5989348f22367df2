namespace ActorIL.Environments.Outside;

/// <summary>An environment in another process, or that process, failed; the message says all that is known.</summary>
public sealed class ExternalFailureException : Exception
{
    public ExternalFailureException()
        : this("An environment in another process failed.") { }

    public ExternalFailureException(string message)
        : base(message) { }

    public ExternalFailureException(string message, Exception innerException)
        : base(message, innerException) { }
}
