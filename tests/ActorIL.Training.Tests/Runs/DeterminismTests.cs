using System.Globalization;
using System.Text;
using ActorIL.Testing;

namespace ActorIL.Training.Tests.Runs;

public class DeterminismTests
{
    [Fact]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest()
    {
        var plan = SmallPlans.Of(SmallPlans.CartPole);
        var simulated = Running.Simulated(plan);
        foreach (var workerCount in new[] { 1, 2, 4, 8 })
        {
            var parallel = Running.Parallel(plan, workerCount);
            Assert.Equal(simulated.Digest, parallel.Digest);
            Assert.Equal(simulated.Report.ResultDigest, parallel.Report.ResultDigest);
            Assert.Equal(simulated.DeliveryCount, parallel.DeliveryCount);
        }
    }

    [Fact]
    public void Another_seed_gives_another_digest_and_other_weights()
    {
        var first = Running.Simulated(SmallPlans.Of(SmallPlans.CartPole, seed: 1));
        var second = Running.Simulated(SmallPlans.Of(SmallPlans.CartPole, seed: 2));
        Assert.NotEqual(first.Digest, second.Digest);
        Assert.NotEqual(first.Report.WeightsDigest, second.Report.WeightsDigest);
    }

    /// <summary>A change of this snapshot means that every recorded run is another one now: deliberate, versioned and noted.</summary>
    [Fact]
    public void A_reduced_main_job_keeps_its_digests()
    {
        var text = new StringBuilder();
        foreach (var environment in new[] { SmallPlans.CartPole, SmallPlans.Pendulum })
        {
            var run = Running.Simulated(SmallPlans.Of(environment));
            text.AppendLine(CultureInfo.InvariantCulture, $"{environment.Id}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  deliveries     {run.DeliveryCount}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  digest         {run.Digest}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  result_digest  {run.Report.ResultDigest}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  weights_digest {run.Report.WeightsDigest}");
            foreach (var stage in run.Report.Stages)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  {stage.Stage,-22} labels {stage.LabelCount,4}  steps {stage.EnvironmentStepCount,5}  mean {stage.Evaluation.Mean:F4}");
            }
        }

        Snapshot.Matches(text.ToString());
    }
}
