using ActorIL.Actors.Addressing;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Visits;

/// <summary>Episodes of a student beside its expert.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">The visitor.</param>
/// <param name="Querying">Who drives and what is labelled.</param>
/// <param name="Request">What it was asked.</param>
/// <param name="FirstEpisode">Index of the first episode.</param>
/// <param name="Key">The key of the visitor.</param>
/// <param name="NamesEpisodes">Whether the episodes' keys are named, so that they can be gone through again.</param>
internal sealed record VisitWork(
    EnvironmentEntry Environment,
    ActorId Actor,
    IQueryStrategy Querying,
    VisitorMessage.Visit Request,
    long FirstEpisode,
    RngKey Key,
    bool NamesEpisodes
) : EnvironmentWork<Collected>(Environment, Actor)
{
    public override TypeName OperationName => new("visit-work", 1);

    public override Collected Compute(EnvironmentEntry environment)
    {
        var coins = Key.Fold("coins");
        var pilot = new GatedPilot(
            Request.Students.IsEmpty ? null : PolicyResolution.Members(environment, Request.Students).Require(),
            PolicyResolution.Resolve(environment, Request.Expert).Require(),
            Querying,
            environment.Danger.Match<IDangerMeasure?>(measure => measure, _ => null),
            Request.Round,
            [.. Enumerable.Range(0, Request.EpisodeCount).Select(i => coins.Fold((ulong)(FirstEpisode + i)))]
        );
        var budget = new EpisodeBudget(FirstEpisode, Request.EpisodeCount)
        {
            BatchCountMax = environment.EpisodeBatchCountMax,
        };
        var trajectories = EpisodeRunner.Record(environment.Module, pilot, budget, Key.Fold("episodes"));
        return new(
            EpisodeRollout.Of(trajectories),
            [.. trajectories.Select(static trajectory => trajectory.Return)],
            pilot.ExpertStepCount,
            pilot.Labelled
        )
        {
            EpisodesKey = NamesEpisodes ? Key.Fold("episodes") : default,
            FirstEpisode = NamesEpisodes ? FirstEpisode : 0,
        };
    }
}
