using ActorIL.Core.Fields;

namespace ActorIL.Core.Contracts;

/// <summary>A computation over any environment: how code that knows only a name opens the types behind it.</summary>
public interface IEnvironmentFunction<TResult>
{
    TResult Apply<TEnvironment, TParams, TState>(EnvironmentModule<TEnvironment, TParams, TState> environment)
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>;
}
