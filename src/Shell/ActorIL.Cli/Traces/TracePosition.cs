using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>A place in a run, as it is typed.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Kind">What the numbers count.</param>
/// <param name="First">The delivery, the tick, or the update boundary.</param>
/// <param name="Micro">The round within the tick; 0 for the others.</param>
internal sealed record TracePosition(string Text, TracePositionKind Kind, long First, int Micro)
{
    private const string UpdatePrefix = "update:";

    /// <summary>The place a text names.</summary>
    public static Result<TracePosition, Error> Parse(string text)
    {
        var isUpdate = text.StartsWith(UpdatePrefix, StringComparison.Ordinal);
        var parts = (isUpdate ? text[UpdatePrefix.Length..] : text).Split('.');
        var micro = 0;
        var isRound = !isUpdate && parts.Length == 2;
        var isNumber =
            long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && parts.Length <= (isUpdate ? 1 : 2)
            && (!isRound || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out micro));
        var kind =
            isUpdate ? TracePositionKind.Update
            : isRound ? TracePositionKind.Round
            : TracePositionKind.Delivery;
        return isNumber
            ? Result.Success<TracePosition, Error>(new(text, kind, first, micro))
            : Result.Failure<TracePosition, Error>(
                new(
                    "position",
                    $"\"{text}\"",
                    "a delivery such as 1234, a round such as 17.3, or a boundary such as update:12",
                    "`actoril trace ls` shows deliveries with their rounds."
                )
            );
    }

    /// <summary>Whether a run has come to the end of the round that holds this place.</summary>
    /// <param name="progress">The last round.</param>
    /// <param name="boundaryCount">Update boundaries so far.</param>
    public bool IsReached(RunProgress progress, long boundaryCount) =>
        Kind switch
        {
            TracePositionKind.Delivery => progress.DeliveryCount >= First,
            TracePositionKind.Round => (progress.Tick, progress.Micro).CompareTo((First, Micro)) >= 0,
            TracePositionKind.Update => boundaryCount >= First,
        };

    public override string ToString() => Text;
}
