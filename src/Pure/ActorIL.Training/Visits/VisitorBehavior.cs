using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Visits;

/// <summary>
/// Takes a student through whole episodes, its expert beside it, and notes which steps are to be labelled.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Querying">Who drives and what is labelled.</param>
public sealed record VisitorBehavior(EnvironmentEntry Environment, IQueryStrategy Querying)
    : Behavior<VisitorState, VisitorMessage>
{
    /// <summary>Whether it names the episodes' keys, so that they can be gone through again.</summary>
    public bool NamesEpisodes { get; init; }

    public override TypeName BehaviorName => new("visitor", 1);

    public override VisitorState Init(in Ctx ctx, scoped ref Outbox outbox) => new(EpisodeCount: 0);

    public override VisitorState Receive(
        in Ctx ctx,
        VisitorState state,
        VisitorMessage message,
        scoped ref Outbox outbox
    ) => message.Match<VisitorState, Outbox>(in ctx, state, ref outbox, Visit);

    private VisitorState Visit(in Ctx ctx, VisitorState state, VisitorMessage.Visit request, scoped ref Outbox outbox)
    {
        var key = ctx.Key;
        var first = state.EpisodeCount;
        var pilot = new GatedPilot(
            request.Students.IsEmpty ? null : PolicyResolution.Members(Environment, request.Students).Require(),
            PolicyResolution.Resolve(Environment, request.Expert).Require(),
            Querying,
            Environment.Danger.Match<IDangerMeasure?>(measure => measure, _ => null),
            request.Round,
            [.. Enumerable.Range(0, request.EpisodeCount).Select(i => key.Fold("coins").Fold((ulong)(first + i)))]
        );
        var trajectories = EpisodeRunner.Record(
            Environment.Module,
            pilot,
            new(first, request.EpisodeCount),
            key.Fold("episodes")
        );
        outbox.Reply(
            request.ReplyTo,
            new Collected(
                EpisodeRollout.Of(trajectories),
                [.. trajectories.Select(static trajectory => trajectory.Return)],
                pilot.ExpertStepCount,
                pilot.Labelled
            )
            {
                EpisodesKey = NamesEpisodes ? key.Fold("episodes") : default,
                FirstEpisode = NamesEpisodes ? first : 0,
            },
            trajectories.Max(static trajectory => trajectory.StepCount)
        );
        return new(first + request.EpisodeCount);
    }
}
