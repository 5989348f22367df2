using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Perturbations;

/// <summary>
/// Runs every episode twice: from a wide start, and from its usual start with a push on the way. Start, push and the
/// step it comes at are functions of (key, episode) alone, so two policies under one key are perturbed alike and their
/// rates can be compared in pairs.
/// </summary>
/// <remarks>
/// An episode that ends before its push is judged as it ended: who falls by himself has not recovered. The pushed
/// episode i is episode i of <see cref="EpisodeRunner.Run"/> until its push; both kinds have its steps' noise.
/// </remarks>
public static class PerturbedEpisodes
{
    /// <summary>Which episodes of a policy recover.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="perturbation">Of that environment.</param>
    /// <param name="policy">Chooses every action; what it remembers is not pushed.</param>
    /// <param name="budget">Which episodes.</param>
    /// <param name="key">The key that episode keys are folded from.</param>
    /// <exception cref="ArgumentException">
    /// The policy's spaces, or the perturbation's state, are not the environment's; the message shows both.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the budget is out of its range.</exception>
    /// <exception cref="EnvironmentFailureException">The environment failed.</exception>
    public static PerturbedResults Run(
        EnvironmentModule module,
        IPerturbation perturbation,
        IPolicy policy,
        EpisodeBudget budget,
        RngKey key
    )
    {
        EpisodeRunner.Require(module, new PolicyPilot(policy), budget);
        return module.Open(new Evaluation(perturbation, policy, budget, key));
    }

    /// <summary>The step count at which an episode is pushed.</summary>
    /// <param name="terms">First and last of them.</param>
    /// <param name="key">The key that episode keys are folded from.</param>
    /// <param name="episodeIndex">Which episode, ≥ 0.</param>
    public static int PushStep(PerturbationTerms terms, RngKey key, long episodeIndex) =>
        terms.PushFrom
        + Draw.Index(PushKey(EpisodeKeys.Episode(key, episodeIndex)), 0, terms.PushUntil - terms.PushFrom + 1);

    /// <summary>What the wide start of an episode is drawn from.</summary>
    /// <param name="episodeKey">The episode's.</param>
    internal static RngKey WideStartKey(RngKey episodeKey) => episodeKey.Fold("wide-start");

    /// <summary>What the push of an episode is drawn from; the step it comes at is draw 0 of it.</summary>
    /// <param name="episodeKey">The episode's.</param>
    internal static RngKey PushKey(RngKey episodeKey) => episodeKey.Fold("push");

    private sealed class Evaluation(IPerturbation perturbation, IPolicy policy, EpisodeBudget budget, RngKey key)
        : IEnvironmentFunction<PerturbedResults>
    {
        public PerturbedResults Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            _ = new PerturbationCheck(perturbation).Apply(environment);
            var own = (IPerturbation<TState>)perturbation;
            var (wide, pushed) = (
                new Disturbance<TState>(own, isPush: false, budget, key),
                new Disturbance<TState>(own, isPush: true, budget, key)
            );
            var steps = Run(environment, wide) + Run(environment, pushed);
            return new(wide.Recovered, pushed.Recovered, steps);
        }

        private long Run<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment,
            Disturbance<TState> disturbance
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var sink = new ResultSink(budget, TEnvironment.HasOutcomes);
            var pilot = new PolicyPilot(policy);
            new EpisodeLoop<TEnvironment, TParams, TState, ResultSink>(environment, pilot, budget, key, sink)
            {
                Disturbance = disturbance,
            }.Run();
            return sink.Results.StepCountTotal;
        }
    }
}
