using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments;
using ActorIL.Training.Collection;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Visits;

/// <summary>
/// Takes a student through whole episodes, its expert beside it, and notes which steps are to be labelled.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Querying">Who drives and what is labelled.</param>
internal sealed record VisitorBehavior(EnvironmentEntry Environment, IQueryStrategy Querying)
    : Behavior<VisitorState, VisitorMessage>
{
    /// <summary>Whether it names the episodes' keys, so that they can be gone through again.</summary>
    public bool NamesEpisodes { get; init; }

    /// <summary>Times that work in another process is repeated when it fails, ≥ 0.</summary>
    public int RetriesMax { get; init; }

    public override TypeName BehaviorName => new("visitor", 1);

    public override VisitorState Init(in Ctx ctx, scoped ref Outbox outbox) => new(EpisodeCount: 0);

    public override VisitorState Receive(
        in Ctx ctx,
        VisitorState state,
        VisitorMessage message,
        scoped ref Outbox outbox
    ) => message.Match<VisitorState, Outbox>(in ctx, state, ref outbox, Visit, Visited);

    public override VisitorMessage FromPerform(int tag, ExternalOutcome outcome) =>
        new VisitorMessage.Visited(WorkResult<Collected>.Of(tag, outcome));

    private VisitorState Visit(in Ctx ctx, VisitorState state, VisitorMessage.Visit request, scoped ref Outbox outbox)
    {
        var work = Work(in ctx, state, request);
        return Environment.Outside is null
            ? Answer(state, request, work.Compute(), waitedTicks: 0, ref outbox)
            : state with
            {
                Outside = (state.Outside ?? PendingWorks<VisitorMessage.Visit>.None).Begin(request, work, ref outbox),
            };
    }

    private VisitorState Visited(
        in Ctx ctx,
        VisitorState state,
        VisitorMessage.Visited visited,
        scoped ref Outbox outbox
    )
    {
        var (number, pending) = (visited.Result.Number, state.Outside!);
        var request = pending.Request(number);
        if (visited.Result.Value is { } collected)
        {
            var next = state with { Outside = pending.End(number) };
            return Answer(next, request, collected, EnvironmentWork.LatencyTicks, ref outbox);
        }

        var work = Work(in ctx, state, request);
        return state with { Outside = pending.Repeat(number, visited.Result.Failure, RetriesMax, work, ref outbox) };
    }

    // Visits come one after the other, so the first episode of one is known until it is over.
    private VisitWork Work(in Ctx ctx, VisitorState state, VisitorMessage.Visit request) =>
        new(Environment, ctx.Self, Querying, request, state.EpisodeCount, ctx.Key, NamesEpisodes);

    private static VisitorState Answer(
        VisitorState state,
        VisitorMessage.Visit request,
        Collected collected,
        int waitedTicks,
        scoped ref Outbox outbox
    )
    {
        outbox.Reply(request.ReplyTo, collected, LongestEpisode(collected.Rollout) - waitedTicks);
        return state with { EpisodeCount = state.EpisodeCount + request.EpisodeCount };
    }

    private static int LongestEpisode(Rollout episodes)
    {
        var (longest, first) = (0, 0);
        for (var step = 0; step < episodes.StepCount; step++)
        {
            if (episodes.Endings[step] != (byte)Ending.None)
            {
                (longest, first) = (Math.Max(longest, step + 1 - first), step + 1);
            }
        }

        return longest;
    }
}
