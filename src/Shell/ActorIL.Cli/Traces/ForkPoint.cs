using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Where a run is left, as something that can be asked while it is computed again.</summary>
/// <param name="Position">As it was typed.</param>
/// <param name="IsReached">
/// Whether the round that holds it is over, given the last round and the number of update boundaries so far.
/// </param>
internal sealed record ForkPoint(TracePosition Position, Func<RunProgress, long, bool> IsReached)
{
    /// <summary>The point a position stands for; one that the trace must be searched for may not be there.</summary>
    public static Result<ForkPoint, Error> Of(TraceReader trace, TracePosition position) =>
        position
            .Match(
                ordinal => At((progress, _) => progress.DeliveryCount >= ordinal.Value),
                round => At((progress, _) => (progress.Tick, progress.Micro).CompareTo((round.Tick, round.Micro)) >= 0),
                update => At((_, boundaryCount) => boundaryCount >= update.Count),
                episode => Searched(trace, episode),
                key => Searched(trace, key)
            )
            .Map(isReached => new ForkPoint(position, isReached));

    private static Result<Func<RunProgress, long, bool>, Error> At(Func<RunProgress, long, bool> isReached) =>
        Result.Success<Func<RunProgress, long, bool>, Error>(isReached);

    private static Result<Func<RunProgress, long, bool>, Error> Searched(TraceReader trace, TracePosition position) =>
        PositionSearch
            .Find(trace, position)
            .Then(stretch => At((progress, _) => progress.DeliveryCount >= stretch.Last));
}
