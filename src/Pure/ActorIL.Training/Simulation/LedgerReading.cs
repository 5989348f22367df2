using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Experience;
using ActorIL.Training.Adversarial;
using ActorIL.Training.Appraisals;
using ActorIL.Training.Collection;
using ActorIL.Training.Coordination;
using ActorIL.Training.Dagger;
using ActorIL.Training.Evaluation;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Replay;
using ActorIL.Training.Students;
using ActorIL.Training.Visits;

namespace ActorIL.Training.Simulation;

/// <summary>What a delivery means for the ledger. Requests count when they reach whom they ask.</summary>
/// <param name="plan">What is run.</param>
internal sealed class LedgerReading(RunPlan plan)
{
    private readonly ActorId _root = ActorId.Root(RunSystem.RootName);

    // Its lesson is part of the plan, so nobody asks for it.
    private readonly ActorId _given = ActorId.Root(RunSystem.RootName).Child(RunStages.GivenClone);
    private readonly int _observationSize = plan.Environment.Module.Observations.Size;
    private readonly int _actionSize = plan.Environment.Module.Actions.Size;
    private readonly ImmutableSortedDictionary<ulong, int> _learners = PlannedLearner
        .Of(plan)
        .ToImmutableSortedDictionary(
            learner => learner.Actor.Value,
            learner => learner.Plan.Algorithm.EnvironmentCount
        );

    private readonly ImmutableSortedDictionary<ulong, DaggerConfig> _trainers = Trainers(plan);
    private readonly SortedDictionary<ulong, long> _appended = [];

    /// <param name="to">Who was handed the message.</param>
    /// <param name="message">A message of one of the run's unions.</param>
    public ImmutableArray<LedgerEntry> Read(ActorId to, object message) =>
        message switch
        {
            CollectorMessage collector => collector.Match(Collect, _ => [], _ => []),
            ExpertMessage expert => expert.Match<ImmutableArray<LedgerEntry>>(
                _ => [],
                demonstrate => [Asked(LedgerKind.Demonstrations, demonstrate.ReplyTo.Asker, demonstrate.EpisodeCount)],
                label => [Asked(LedgerKind.Labels, label.ReplyTo.Asker, label.Observations.Length / _observationSize)],
                _ => []
            ),
            VisitorMessage visitor => visitor.Match<ImmutableArray<LedgerEntry>>(
                visit => [Asked(LedgerKind.Visits, visit.ReplyTo.Asker, visit.EpisodeCount)],
                _ => []
            ),
            AppraiserMessage appraiser => appraiser.Match<ImmutableArray<LedgerEntry>>(
                appraise =>
                    [
                        Asked(
                            LedgerKind.Labels,
                            appraise.ReplyTo.Asker,
                            appraise.Visit.Labelled.Sum(static flag => flag)
                        ),
                    ],
                _ => []
            ),
            ReplayMessage replay => replay.Match(Append),
            StudentMessage student => student.Match<ImmutableArray<LedgerEntry>>(
                train => to == _given ? [] : [Came(LedgerKind.Lessons, train.ReplyTo.Asker, train.Data.Count)],
                _ => []
            ),
            EvaluatorMessage evaluator => evaluator.Match<ImmutableArray<LedgerEntry>>(
                evaluate => [Asked(LedgerKind.Episodes, evaluate.ReplyTo.Asker, evaluate.EpisodeCount)],
                _ => []
            ),
            LearnerMessage learner => learner.Match<ImmutableArray<LedgerEntry>>(
                _ => [],
                rolled => [Came(LedgerKind.Transitions, to, rolled.Collected.Rollout.Count)],
                validated => [Came(LedgerKind.Episodes, to, validated.Results.Count)],
                rewarded => [Came(LedgerKind.Rewards, to, rewarded.Rewards.Rewards.Length)],
                _ => [],
                _ => []
            ),
            DiscriminatorMessage discriminator => discriminator.Match<ImmutableArray<LedgerEntry>>(
                study => [Came(LedgerKind.Lessons, _root, StepCount(study.Demonstrations))],
                reward => [Asked(LedgerKind.Rewards, reward.ReplyTo.Asker, reward.Rollout.Count)],
                _ => []
            ),
            DaggerMessage dagger => Dagger(to, dagger),
            CoordinatorMessage coordinator => Coordinator(to, coordinator),
            _ => [],
        };

    private static LedgerEntry Asked(LedgerKind kind, ActorId asker, long quantity) => new(kind, asker, quantity, true);

    private static LedgerEntry Came(LedgerKind kind, ActorId asker, long quantity) => new(kind, asker, quantity, false);

    private ImmutableArray<LedgerEntry> Collect(CollectorMessage.Collect request)
    {
        var environmentCount = _learners.TryGetValue(request.ReplyTo.Asker.Value, out var count) ? count : 1;
        return [Asked(LedgerKind.Transitions, request.ReplyTo.Asker, (long)request.StepCount * environmentCount)];
    }

    private ImmutableArray<LedgerEntry> Append(ReplayMessage.Append request)
    {
        var asker = request.ReplyTo.Asker;
        var before = request.Empties ? 0 : _appended.GetValueOrDefault(asker.Value);
        _appended[asker.Value] = before + request.Batch.Count;
        return IsWhole(asker) ? [Asked(LedgerKind.Aggregate, asker, _appended[asker.Value])] : [];
    }

    private ImmutableArray<LedgerEntry> Dagger(ActorId to, DaggerMessage message) =>
        message.Match<ImmutableArray<LedgerEntry>>(
            _ => [],
            visited =>
                [
                    visited.Collected.Labelled.IsEmpty
                        ? Came(LedgerKind.Transitions, to, visited.Collected.Rollout.Count)
                        : Came(LedgerKind.Visits, to, EpisodeCount(visited.Collected.Rollout)),
                ],
            labelled => [Came(LedgerKind.Labels, to, labelled.Labels.Labels.Length / _actionSize)],
            aggregated =>
                [
                    .. IsWhole(to) ? [Came(LedgerKind.Aggregate, to, aggregated.Aggregate.Count)] : Nothing,
                    .. Enumerable.Repeat(Asked(LedgerKind.Lessons, to, aggregated.Aggregate.Count), StudentCount(to)),
                ],
            _ => [],
            validated => [Came(LedgerKind.Episodes, to, validated.Results.Count)],
            _ => []
        );

    private ImmutableArray<LedgerEntry> Coordinator(ActorId to, CoordinatorMessage message) =>
        message.Match<ImmutableArray<LedgerEntry>>(
            _ => [],
            demonstrated =>
                demonstrated.Adversary > 0
                    ?
                    [
                        Came(LedgerKind.Demonstrations, to, demonstrated.Demonstrations.Trajectories.Length),
                        Asked(LedgerKind.Lessons, to, StepCount(demonstrated.Demonstrations)),
                    ]
                    : Lessons(to, demonstrated),
            _ => [],
            _ => [],
            evaluated => [Came(LedgerKind.Episodes, to, evaluated.Results.Count)],
            _ => [],
            _ => []
        );

    /// <summary>Whether a replay buffer keeps everything, so that its size is known from here.</summary>
    private bool IsWhole(ActorId trainer) => _trainers[trainer.Value].Replay.CapacityMax == 0;

    private int StudentCount(ActorId trainer) =>
        _trainers[trainer.Value].Rounds.Match(_ => 1, byEpisodes: episodes => episodes.Strategy.EnsembleSize);

    private static long EpisodeCount(Rollout rollout) =>
        rollout.Endings.Count(static ending => ending != (byte)Ending.None);

    private static long StepCount(Demonstrations demonstrations) =>
        demonstrations.Trajectories.Sum(static trajectory => (long)trajectory.StepCount);

    private static ImmutableArray<LedgerEntry> Nothing => [];

    private static ImmutableSortedDictionary<ulong, DaggerConfig> Trainers(RunPlan plan)
    {
        var root = ActorId.Root(RunSystem.RootName);
        var own = plan.Students.ToImmutableSortedDictionary(
            student => root.Child(student.Name).Value,
            student => student.Learning
        );
        return plan.Dagger is { } dagger ? own.Add(root.Child(RunChildren.DaggerName).Value, dagger) : own;
    }

    /// <summary>Each clone is to learn every step of the first so many demonstrations.</summary>
    private ImmutableArray<LedgerEntry> Lessons(ActorId to, CoordinatorMessage.Demonstrated demonstrated)
    {
        var trajectories = demonstrated.Demonstrations.Trajectories;
        return
        [
            Came(LedgerKind.Demonstrations, to, trajectories.Length),
            .. plan
                .Demonstration.ClonesOf(demonstrated.Full)
                .Select(count =>
                    Asked(
                        LedgerKind.Lessons,
                        to,
                        trajectories.Take(count).Sum(trajectory => (long)trajectory.StepCount)
                    )
                ),
        ];
    }
}
