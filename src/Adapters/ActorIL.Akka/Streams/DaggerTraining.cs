using ActorIL.Actors.Addressing;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Training.Collection;
using ActorIL.Training.Experts;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Policies;
using Akka;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace ActorIL.Akka.Streams;

/// <summary>
/// DAgger as a stream: the student drives, the expert relabels, everything is aggregated, the student learns again.
/// Each element is the student of a round; the next round is driven when the next element is wanted.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Config">Rounds, counted in labels, and how students learn.</param>
/// <param name="Expert">Who labels and drives now and then.</param>
/// <param name="Trainer">The path of the trainer whose run this is: keys follow from it.</param>
/// <param name="Seed">The run's.</param>
public sealed record DaggerTraining(
    EnvironmentEntry Environment,
    DaggerConfig Config,
    PolicySource Expert,
    ActorId Trainer,
    ulong Seed
)
{
    /// <summary>What comes between labels and aggregate; null for nothing. It must give as many as it takes.</summary>
    public Flow<LabelledBatch, LabelledBatch, NotUsed>? Splice { get; init; }

    /// <summary>Told how far both ends are, in rounds; null for nobody.</summary>
    public StreamGauge? Gauge { get; init; }

    /// <summary>The most rounds that are ever driven and not yet learnt from.</summary>
    public int RoundCountAheadMax => Splice is null ? 1 : 2;

    private RoundPlan.ByLabels Rounds =>
        Config.Rounds.Match(
            static labels => labels,
            static _ => throw new NotSupportedException("Rounds of this stream are counted in labels.")
        );

    /// <summary>The student of each round, to the last. Each run of the source is a training of its own.</summary>
    public Source<DaggerState, NotUsed> Source() =>
        global::Akka.Streams.Dsl.Source.Lazily(Fresh).MapMaterializedValue(static _ => NotUsed.Instance);

    private Source<DaggerState, NotUsed> Fresh()
    {
        var student = PolicyArchitecture
            .Create(Environment.Module.Observations, Environment.Module.Actions, Config.Student.Model)
            .Require();
        var learnt = new Learnt<DaggerState>(new(Student: null, Round: 0));
        var labelled = global::Akka
            .Streams.Dsl.Source.FromGraph(new DemandStage<Collected>(() => Visits(learnt)))
            .Select(Relabel);
        var spliced = Splice is { } splice ? labelled.Via(splice) : labelled;
        return spliced
            .Via(
                RelabelPipeline
                    .Aggregate(
                        Environment.Module.Observations.Size,
                        Environment.Module.Actions.Size,
                        Config.Replay.CapacityMax
                    )
                    .ToFlow()
            )
            .Select(aggregate => Learn(student, learnt, aggregate));
    }

    private DaggerState Learn(PolicyArchitecture student, Learnt<DaggerState> learnt, LabelledBatch aggregate)
    {
        var key = KeyOf(Trainer.Child("student"));
        learnt.Value = DaggerUpdate
            .Update(Config.Student, Config.WarmStart, student, learnt.Value, aggregate, key)
            .State;
        Gauge?.Consumed(1);
        return learnt.Value;
    }

    private LabelledBatch Relabel(Collected visit)
    {
        var policy = PolicyResolution.Resolve(Environment, Expert).Require();
        var questions = RelabelPipeline.Questions(visit);
        var count = questions.Length / policy.Observations.Size;
        var labels = new float[count * policy.Actions.Size];
        policy.Act(questions.AsSpan(), count, memory: [], new float[policy.WorkspaceSize(count)], labels);
        return RelabelPipeline.Label(visit, new ExpertLabels([.. labels]));
    }

    private Func<Collected?> Visits(Learnt<DaggerState> learnt)
    {
        var rounds = Rounds;
        var sizes = DaggerRounds.Sizes(rounds);
        var blocks = new BlockRunner(Environment, 1, blockCount: 1, Trainer.Child("collector"), Seed);
        var round = 0;
        return () =>
        {
            if (round == sizes.Length)
            {
                return null;
            }

            var drive = new Drive(DriverOf(learnt.Value), Samples: false, Expert, rounds.Mixture.Beta(round));
            var chunk = blocks.Run(0, round + 1, sizes[round], drive);
            round++;
            Gauge?.Produced();
            return RolloutMerging.Merge([chunk]);
        };
    }

    /// <summary>Before the first student it is the expert.</summary>
    private PolicySource DriverOf(DaggerState state) =>
        state.Student is { } student
            ? new PolicySource.Trained(new(Config.Student.Model, student.Parameters, Normalizer: null))
            : Expert;

    private RngKey KeyOf(ActorId actor) => RngKey.Root(Seed).Fold(actor.Value);
}
