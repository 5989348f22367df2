using ActorIL.Core.Prelude;

namespace ActorIL.Core.Mathematics;

/// <summary>
/// The processor's arithmetic changed while a run was at work: what was computed since is not what the run means.
/// </summary>
public sealed class FloatingPointStateException : Exception
{
    public FloatingPointStateException()
        : this("The processor's arithmetic has changed.") { }

    public FloatingPointStateException(string message)
        : base(message) { }

    public FloatingPointStateException(string message, Exception innerException)
        : base(message, innerException) { }

    private FloatingPointStateException(Error error)
        : base(error.ToString()) => Error = error;

    /// <summary>Which assumption fails; null where nobody looked.</summary>
    public Error? Error { get; }

    /// <summary>Throws where this thread's arithmetic is not IEEE's default.</summary>
    public static void ThrowIfChanged()
    {
        if (!FloatingPointProbe.IsIntact)
        {
            throw FloatingPointProbe
                .Check()
                .Match(
                    static _ => new FloatingPointStateException(),
                    static error => new FloatingPointStateException(error)
                );
        }
    }
}
