using System.Runtime.ExceptionServices;

namespace ActorIL.Hosting;

/// <summary>The first fault of work that several threads share, kept for the one who waits for it.</summary>
internal sealed class CrewFault
{
    private ExceptionDispatchInfo? _first;

    /// <summary>Runs a piece of the work; whatever it throws is kept.</summary>
    public void Guard<TPiece>(TPiece piece, Action<TPiece> run)
    {
        try
        {
            run(piece);
        }
#pragma warning disable CA1031 // Whatever it is, who waits must see it, and the work must end.
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(exception), null);
        }
#pragma warning restore CA1031
    }

    /// <summary>Throws what was kept, once, if there is anything.</summary>
    public void ThrowIfAny()
    {
        var first = _first;
        _first = null;
        first?.Throw();
    }
}
