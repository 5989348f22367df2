using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Environments.Chains;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Racetracks;

namespace ActorIL.Reports.Sketches;

/// <summary>
/// Which environments can be drawn, also in another process where the observations are the same. A new sketch is a file
/// here and a line below.
/// </summary>
public static class SketchCatalog
{
    /// <summary>The sketch of an environment; null for one that is shown by its observations alone.</summary>
    public static IEnvironmentSketch? Find(EnvironmentModule environment) =>
        environment.Id switch
        {
            "CartPole-v1" when environment.Observations == CartPole.Observations(new()) => new CartPoleSketch(),
            "Pendulum-v1" when environment.Observations == Pendulum.Observations(new()) => new PendulumSketch(),
            _ => environment.Open(new ByParameters()),
        };

    /// <summary>By the parameters of the environment, where the drawing depends on them.</summary>
    private sealed class ByParameters : IEnvironmentFunction<IEnvironmentSketch?>
    {
        public IEnvironmentSketch? Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            (object?)environment.Parameters switch
            {
                TimeLimitParams<CliffRacetrackParams> limited => new CliffRacetrackSketch(limited.Inner),
                TimeLimitParams<RacetrackLoopParams> limited => new RacetrackLoopSketch(limited.Inner),
                TimeLimitParams<LaneChainParams> limited => new LaneChainSketch(limited.Inner),
                _ => null,
            };
    }
}
