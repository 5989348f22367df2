using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Aggrevate;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Experts;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Appraisals;

/// <summary>
/// Finds out what actions really cost: it goes through episodes again, tries every candidate for one step where it is
/// asked to, and lets the expert drive on to the end.
/// </summary>
/// <remarks>
/// Episodes come as keys and actions, and no environment travels: going through one again costs a thousandth of its
/// forks.
/// </remarks>
/// <param name="Environment">Which environment.</param>
/// <param name="Costs">The candidates, and how often each is tried.</param>
public sealed record AppraiserBehavior(EnvironmentEntry Environment, AggrevateConfig Costs)
    : Behavior<AggrevateState, AppraiserMessage>
{
    public override TypeName BehaviorName => new("appraiser", 1);

    public override AggrevateState Init(in Ctx ctx, scoped ref Outbox outbox) => new(LabelCount: 0, ExpertStepCount: 0);

    public override AggrevateState Receive(
        in Ctx ctx,
        AggrevateState state,
        AppraiserMessage message,
        scoped ref Outbox outbox
    ) => message.Match<AggrevateState, Outbox>(in ctx, state, ref outbox, Appraise);

    private AggrevateState Appraise(
        in Ctx ctx,
        AggrevateState state,
        AppraiserMessage.Appraise request,
        scoped ref Outbox outbox
    )
    {
        var expert = PolicyResolution.Resolve(Environment, request.Expert).Require();
        var forks = Plans(request.Visit, expert).Select(plan => ForkRunner.Run(Environment.Module, plan)).ToArray();
        var labels = new ExpertLabels([.. forks.SelectMany(static fork => fork.OwnActions)])
        {
            Costs = [.. forks.SelectMany(static fork => fork.Costs).Select(static cost => (float)cost)],
            ExpertStepCount = forks.Sum(static fork => fork.PolicyStepCount),
        };
        outbox.Reply(request.ReplyTo, labels, forks.Max(static fork => fork.StepCountMax));
        return new(
            state.LabelCount + (labels.Labels.Length / Environment.Module.Actions.Size),
            state.ExpertStepCount + labels.ExpertStepCount
        );
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
