using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Tests.Dagger;

public class QueryStrategyTests
{
    [Theory]
    [InlineData(0.0, true)]
    [InlineData(0.2499, true)]
    [InlineData(0.25, false)]
    public void In_a_mixture_the_expert_drives_with_its_probability_and_labels_everything(double coin, bool drives)
    {
        var mixture = new MixtureStrategy(BetaSchedule.Exponential, Decay: 0.5, RoundCount: 1);
        Assert.Equal(new(drives, IsLabelled: true), Decide(mixture, round: 2, coin: coin));
    }

    [Theory]
    [InlineData(0.5, 0, false)]
    [InlineData(0.51, 0, true)]
    [InlineData(0.51, 2, true)]
    [InlineData(0.51, 3, false)]
    public void An_ensemble_asks_above_its_threshold_while_its_budget_lasts(
        double uncertainty,
        int labelCount,
        bool asks
    )
    {
        var strategy = new UncertaintyStrategy(EnsembleSize: 3, Threshold: 0.5, LabelsPerEpisode: 3);
        var decision = Decide(strategy, uncertainty: uncertainty, labelCount: labelCount);
        Assert.Equal(new(asks, asks), decision);
    }

    [Fact]
    public void A_human_takes_over_at_one_threshold_and_lets_go_at_another()
    {
        var strategy = new TakeoverStrategy(Engage: 0.8, Release: 0.3);
        var memory = new float[strategy.MemorySize];
        double[] dangers = [0.5, 0.79, 0.8, 0.5, 0.31, 0.3, 0.5, 0.81, 0.1, double.NaN];
        bool[] drives = [false, false, true, true, true, false, false, true, false, true];
        Assert.Equal(drives, dangers.Select(danger => Decide(strategy, memory, danger: danger).ExpertDrives));
    }

    private static QueryDecision Decide(
        IQueryStrategy strategy,
        float[]? memory = null,
        int round = 1,
        int labelCount = 0,
        double uncertainty = 0,
        double danger = 0,
        double coin = 0.5
    )
    {
        var situation = new QuerySituation
        {
            Round = round,
            Step = 0,
            LabelCount = labelCount,
            Observation = [],
            StudentAction = [],
            Uncertainty = uncertainty,
            Danger = danger,
            Coin = coin,
        };
        return strategy.Decide(in situation, memory ?? []);
    }
}
