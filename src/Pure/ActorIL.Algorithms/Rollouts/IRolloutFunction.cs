using ActorIL.Core.Fields;

namespace ActorIL.Algorithms.Rollouts;

/// <summary>What can be done with an algorithm whatever its state is.</summary>
public interface IRolloutFunction<out TResult>
{
    TResult Apply<TState>(IRolloutAlgorithm<TState> algorithm)
        where TState : class, IFields<TState>;
}
