using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Combinators;

/// <summary>Environments of the catalog as everybody sees them who sees only a part.</summary>
public sealed class SightTests
{
    private static readonly ObservationView View = new([0, 2], PreviousAction: true, FrameCount: 3);

    private static EnvironmentEntry Whole => EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();

    private static EnvironmentEntry Seen => Whole.SeenBy(View).Require();

    [Fact]
    public void It_is_found_again_by_the_name_that_policies_keep()
    {
        Assert.Equal("seen-0-2-action-x3-CartPole-v1", Seen.Id);
        Assert.Equal(Seen, EnvironmentCatalog.Shipped.Find(Seen.Id).Require());
        Assert.Equal("seen-x2-Pendulum-v1", Named("Pendulum-v1", ObservationView.Full with { FrameCount = 2 }));
        Assert.Equal(Whole, Whole.SeenBy(ObservationView.Full).Require());
    }

    [Theory]
    [InlineData("seen-CartPole-v1")]
    [InlineData("seen-x1-CartPole-v1")]
    [InlineData("seen-00-CartPole-v1")]
    [InlineData("seen-")]
    [InlineData("seen-4-CartPole-v1")]
    [InlineData("seen-0-CartPole-v9")]
    [InlineData("seen-99999999999-CartPole-v1")]
    public void Another_name_is_an_error(string name) =>
        Assert.False(EnvironmentCatalog.Shipped.Find(name).Match(_ => true, _ => false));

    [Fact]
    public void Parameters_are_those_of_the_whole_one()
    {
        var heavy = Seen.Configure([new("pole-mass", "0.2")]).Match(found => found, _ => Seen);
        Assert.Equal(Whole.Configure([new("pole-mass", "0.2")]).Require().SeenBy(View).Require(), heavy);
        Assert.NotEqual(Seen, heavy);
        Assert.Equal("pole-mass", Assert.Single(heavy.Settings).Name);
    }

    [Fact]
    public void Who_reads_whole_observations_is_refused()
    {
        Assert.Contains("student.view", Seen.Controller.Match(_ => "", error => error.ToString()), Ordinal);
        Assert.Contains("student.view", Seen.Danger.Match(_ => "", error => error.ToString()), Ordinal);
        Assert.Empty(Seen.Controllers);
    }

    [Fact]
    public void It_is_perturbed_as_the_whole_one_is()
    {
        var (whole, seen) = (Score(Whole), Score(Seen));
        Assert.Equal(whole.WideStarts.AsEnumerable(), seen.WideStarts);
        Assert.Equal(whole.Pushes.AsEnumerable(), seen.Pushes);

        static PerturbedResults Score(EnvironmentEntry entry)
        {
            var still = new RulePolicy(entry.Module, _ => 1);
            return PerturbedEpisodes.Run(entry.Module, entry.Perturbation.Require(), still, new(0, 20), RngKey.Root(3));
        }
    }

    [Fact]
    public void A_step_allocates_the_memory_of_the_next_state_and_nothing_else()
    {
        var whole = Allocated(Whole.Module);
        Assert.Equal(whole, Allocated(Whole.SeenBy(ObservationView.Full with { Components = [0] }).Require().Module));

        // Action, and two frames of three floats: an array of seven.
        Assert.Equal(whole + (7 * sizeof(float)) + 28, Allocated(Seen.Module));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static string Named(string id, ObservationView view) =>
        EnvironmentCatalog.Shipped.Find(id).Require().SeenBy(view).Require().Id;

    /// <summary>Bytes of one step and one look, the least of many.</summary>
    private static long Allocated(EnvironmentModule module)
    {
        var environments = VectorEnvironment.Start(module, count: 1, RngKey.Root(1));
        var (actions, rewards) = (new float[1], new double[1]);
        var (endings, seen) = (new Ending[1], new float[environments.ObservationSize]);
        var least = long.MaxValue;
        for (var i = 0; i < 100; i++)
        {
            actions[0] = i % 2;
            var before = GC.GetAllocatedBytesForCurrentThread();
            environments.Step(actions, rewards, endings, seen);
            environments.Observe(seen);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
