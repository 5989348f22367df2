using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Numerics.Networks;
using ActorIL.Testing;
using ActorIL.Training.Coordination;
using ActorIL.Training.Dagger;
using ActorIL.Training.Learning;

namespace ActorIL.Training.Tests.Runs;

public class SelectionTests
{
    private static readonly PolicySnapshot Policy = new(
        PolicyModel.Mlp([], ActivationFunction.Tanh),
        ParameterBlock.Empty,
        Normalizer: null
    );

    [Fact]
    public void Of_equal_candidates_the_later_one_is_chosen_whichever_was_scored_first()
    {
        var (early, late) = (new Candidate(30, Policy, 500), new Candidate(60, Policy, 500));
        Assert.Equal(60, CandidateSelection.Better(CandidateSelection.Better(null, early), late).Update);
        Assert.Equal(60, CandidateSelection.Better(CandidateSelection.Better(null, late), early).Update);
    }

    [Fact]
    public void A_worse_candidate_is_never_chosen() =>
        Assert.Equal(
            30,
            CandidateSelection.Better(new Candidate(30, Policy, 400), new Candidate(60, Policy, 399)).Update
        );

    [Fact]
    public void The_best_DAgger_student_at_a_label_count_has_seen_no_more_labels_and_ties_go_to_the_latest()
    {
        ImmutableArray<RoundStudent> rounds =
        [
            new(0, 20, Policy, 100, 9, []),
            new(1, 40, Policy, 300, 9, []),
            new(2, 60, Policy, 300, 9, []),
            new(3, 80, Policy, 500, 9, []),
        ];
        Assert.Equal(0, DaggerSelection.BestWithin(rounds, 20).Round);
        Assert.Equal(2, DaggerSelection.BestWithin(rounds, 60).Round);
        Assert.Equal(3, DaggerSelection.BestWithin(rounds, 80).Round);
    }

    [Fact]
    public void A_student_that_was_not_validated_is_never_chosen()
    {
        ImmutableArray<RoundStudent> rounds = [new(0, 20, Policy, -900, 9, []), new(1, 40, Policy, Score: 0, 0, [])];
        Assert.Equal(0, DaggerSelection.BestWithin(rounds, 40).Round);
    }

    [Fact]
    public void Stages_come_in_the_order_of_the_report_and_the_last_of_an_algorithm_is_its_main_result() =>
        Snapshot.Matches(
            string.Join(
                '\n',
                RunStages
                    .Of(SmallPlans.Of(SmallPlans.CartPole))
                    .Select(stage => $"{stage.Algorithm, -6} {stage.Selected, -10} {stage.Stage}")
            )
        );
}
