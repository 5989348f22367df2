using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Algorithms.Aggrevate;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Experts;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Appraisals;

/// <summary>Going through episodes again and trying every candidate where it is asked to.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">The appraiser.</param>
/// <param name="Costs">The candidates, and how often each is tried.</param>
/// <param name="Request">What it was asked.</param>
internal sealed record AppraisalWork(
    EnvironmentEntry Environment,
    ActorId Actor,
    AggrevateConfig Costs,
    AppraiserMessage.Appraise Request
) : EnvironmentWork<Appraisal>(Environment, Actor)
{
    public override TypeName OperationName => new("appraisal-work", 1);

    public override Appraisal Compute(EnvironmentEntry environment)
    {
        var expert = PolicyResolution.Resolve(environment, Request.Expert).Require();
        var forks = Plans(Request.Visit, expert).Select(plan => ForkRunner.Run(environment.Module, plan)).ToArray();
        var labels = new ExpertLabels([.. forks.SelectMany(static fork => fork.OwnActions)])
        {
            Costs = [.. forks.SelectMany(static fork => fork.Costs).Select(static cost => (float)cost)],
            ExpertStepCount = forks.Sum(static fork => fork.PolicyStepCount),
        };
        return new(labels, forks.Max(static fork => fork.StepCountMax));
    }

    /// <summary>One for each episode, in order, with the labelled steps of it.</summary>
    private IEnumerable<ForkPlan> Plans(Collected visit, IPolicy expert)
    {
        var candidates = Costs.Candidates.Actionable();
        var (first, episode) = (0, visit.FirstEpisode);
        for (var step = 0; step < visit.Rollout.Count; step++)
        {
            if (visit.Rollout.Endings[step] == (byte)Ending.None)
            {
                continue;
            }

            yield return new(
                EpisodeKeys.Episode(visit.EpisodesKey, episode++),
                visit.Rollout.Actions[(first * visit.Rollout.ActionSize)..((step + 1) * visit.Rollout.ActionSize)],
                Steps(visit.Labelled.AsSpan()[first..(step + 1)]),
                candidates,
                expert,
                Costs.RolloutCount
            );
            first = step + 1;
        }
    }

    private static ImmutableArray<int> Steps(ReadOnlySpan<byte> labelled)
    {
        var steps = ImmutableArray.CreateBuilder<int>();
        for (var step = 0; step < labelled.Length; step++)
        {
            if (labelled[step] != 0)
            {
                steps.Add(step);
            }
        }

        return steps.ToImmutable();
    }
}
