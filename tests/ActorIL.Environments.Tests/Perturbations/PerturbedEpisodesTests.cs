using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Perturbations;

public sealed class PerturbedEpisodesTests
{
    private const int EpisodeCount = 40;
    private static readonly RngKey Key = RngKey.Root(7);

    public static TheoryData<string> Ids => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    private static EnvironmentEntry CartPoleEntry => EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_expert_recovers_more_often_than_who_acts_at_random(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var expert = Run(entry, entry.Controller.Require(), new(0, 200));
        var chance = Run(entry, AtRandom(entry.Module), new(0, 200));
        Assert.True(Rate(expert.WideStarts) > 0.95, $"{Rate(expert.WideStarts)}");
        Assert.True(Rate(expert.Pushes) > 0.8, $"{Rate(expert.Pushes)}");
        Assert.True(Rate(expert.WideStarts) > Rate(chance.WideStarts), $"{Rate(chance.WideStarts)}");
        Assert.True(Rate(expert.Pushes) > Rate(chance.Pushes), $"{Rate(chance.Pushes)}");
    }

    [Fact]
    public void What_recovers_is_what_a_plain_simulation_says()
    {
        foreach (var policy in (IPolicy[])[new CartPoleController(), AtRandom(CartPoleEntry.Module), Late])
        {
            var results = Run(CartPoleEntry, policy, new(3, EpisodeCount));
            Assert.Equal(Naive(policy, isPush: false), results.WideStarts.Select(static value => value == 1));
            Assert.Equal(Naive(policy, isPush: true), results.Pushes.Select(static value => value == 1));
        }
    }

    [Fact]
    public void Two_policies_meet_the_same_starts_and_the_same_pushes()
    {
        var (one, other) = (new Witness(), new Witness());
        _ = Run(CartPoleEntry, new CartPoleController(), new(0, EpisodeCount), one);
        _ = Run(CartPoleEntry, Late, new(0, EpisodeCount) { BatchCountMax = 3 }, other);
        Assert.Equal(EpisodeCount, one.Starts.Count);
        Assert.Equal(one.Starts.Order(), other.Starts.Order());
        Assert.Equal(EpisodeCount, one.Pushes.Count);
        Assert.Subset(one.Pushes, other.Pushes);
    }

    [Fact]
    public void How_episodes_are_dealt_changes_none_of_them()
    {
        var whole = Run(CartPoleEntry, Late, new(0, EpisodeCount));
        var parts = PerturbedResults.Join([
            Run(CartPoleEntry, Late, new(0, 13) { BatchCountMax = 2 }),
            Run(CartPoleEntry, Late, new(13, EpisodeCount - 13) { BatchCountMax = 1 }),
        ]);
        Assert.Equal(whole.WideStarts.AsEnumerable(), parts.WideStarts);
        Assert.Equal(whole.Pushes.AsEnumerable(), parts.Pushes);
        Assert.Equal(whole.StepCount, parts.StepCount);
    }

    [Fact]
    public void A_push_comes_in_the_first_half_of_a_short_episode_and_never_at_its_start()
    {
        var entry = CartPoleEntry.Configure([new("step-count-max", "30")]).Match(found => found, _ => CartPoleEntry);
        var terms = entry.Perturbation.Require().Terms;
        Assert.Equal((15, 15), (terms.PushFrom, terms.PushUntil));
        var whole = CartPoleEntry.Perturbation.Require().Terms;
        var steps = Enumerable.Range(0, 2000).Select(i => PerturbedEpisodes.PushStep(whole, Key, i)).ToArray();
        Assert.Equal((whole.PushFrom, whole.PushUntil), (steps.Min(), steps.Max()));
    }

    [Fact]
    public void A_perturbation_of_another_environment_is_refused()
    {
        var pendulum = EnvironmentCatalog.Shipped.Find("Pendulum-v1").Require();
        var refused = Assert.Throws<ArgumentException>(() =>
            pendulum.WithPerturbation(CartPoleEntry.Perturbation.Require())
        );
        Assert.Contains("Pendulum-v1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_without_one_says_so() =>
        Assert.Equal(
            "CartPole-v1: found no perturbation; wanted one in its catalog entry. Score the policy without perturbed "
                + "episodes.",
            new EnvironmentEntry(CartPoleEntry.Module).Perturbation.Match(_ => "found", error => error.ToString())
        );

    /// <summary>Pushes against the pole's lean alone, so that it drifts off: it falls, but not at once.</summary>
    private static RulePolicy Late => new(CartPoleEntry.Module, seen => seen[2] + (0.2f * seen[3]) > 0 ? 1 : 0);

    private static RulePolicy AtRandom(EnvironmentModule module) =>
        new(
            module,
            seen =>
                SpaceSampler.Sample(
                    module.Actions,
                    Key.Fold(seen.Aggregate(0UL, (hash, value) => (hash * 31) + BitConverter.SingleToUInt32Bits(value)))
                )[0]
        );

    private static PerturbedResults Run(
        EnvironmentEntry entry,
        IPolicy policy,
        EpisodeBudget budget,
        IPerturbation? perturbation = null
    ) => PerturbedEpisodes.Run(entry.Module, perturbation ?? entry.Perturbation.Require(), policy, budget, Key);

    private static double Rate(ImmutableArray<byte> recovered) => recovered.Average(static value => (double)value);

    /// <summary>One episode after the other, step by step, as the definitions say.</summary>
    private static IEnumerable<bool> Naive(IPolicy policy, bool isPush)
    {
        var (parameters, perturbation) = (new CartPoleParams(), new CartPolePerturbation(new()));
        for (var episode = 3; episode < 3 + EpisodeCount; episode++)
        {
            var episodeKey = Key.Fold((ulong)episode);
            var drawn = episodeKey.Fold("push");
            var pushStep = isPush ? 50 + Draw.Index(drawn, 0, 201) : 0;
            var state = isPush
                ? CartPole.Reset(parameters, episodeKey)
                : perturbation.WideStart(episodeKey.Fold("wide-start"));
            var hasFallen = false;
            for (var step = 1; step <= pushStep + 100 && !hasFallen; step++)
            {
                float[] seen = [(float)state.Position, (float)state.Velocity, (float)state.Angle, 0];
                seen[3] = (float)state.AngularVelocity;
                var action = new float[1];
                policy.Act(seen, 1, [], [], action);
                var result = CartPole.Step(parameters, state, new(action), default);
                hasFallen = result.Ending == Ending.Terminated;
                state = isPush && step == pushStep ? perturbation.Push(result.State, drawn) : result.State;
            }

            yield return !hasFallen;
        }
    }

    /// <summary>Remembers what it was asked for.</summary>
    private sealed class Witness : IPerturbation<TimeLimitState<CartPoleState>>
    {
        private readonly TimeLimitedPerturbation<CartPoleState> _inner = new(new CartPolePerturbation(new()), 500);

        public PerturbationTerms Terms => _inner.Terms;

        public List<ulong> Starts { get; } = [];

        public HashSet<(int StepCount, ulong Key)> Pushes { get; } = [];

        public TimeLimitState<CartPoleState> WideStart(RngKey key)
        {
            Starts.Add(key.Value);
            return _inner.WideStart(key);
        }

        public TimeLimitState<CartPoleState> Push(in TimeLimitState<CartPoleState> state, RngKey key)
        {
            Pushes.Add((state.StepCount, key.Value));
            return _inner.Push(state, key);
        }

        public bool HasRecovered(in TimeLimitState<CartPoleState> state, Ending ending) =>
            _inner.HasRecovered(state, ending);
    }
}
