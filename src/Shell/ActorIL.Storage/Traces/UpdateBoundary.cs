using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;

namespace ActorIL.Storage.Traces;

/// <summary>Whether something was learned in a round.</summary>
public static class UpdateBoundary
{
    /// <summary>The name of the first boundary that a note of the round marks; null where none does.</summary>
    public static string? Of(in RoundReport report, Func<Note, string?> boundaryOf)
    {
        foreach (ref readonly var observed in report.Notes)
        {
            if (boundaryOf(observed.Note) is { } boundary)
            {
                return boundary;
            }
        }

        return null;
    }
}
