using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Outside;

/// <summary>Environments in other processes, also where something is built around them: a view, a horizon.</summary>
internal static class ExternalModules
{
    /// <summary>The environment of a program.</summary>
    public static EnvironmentModule Of(ExternalIdentity identity) =>
        new EnvironmentModule<ExternalEnvironment, ExternalParams, ExternalState>(
            identity.Id,
            "An environment in another process.",
            new(identity)
        );

    /// <summary>What the program said of itself; null for an environment that is no other process's.</summary>
    public static ExternalIdentity? IdentityOf(EnvironmentModule module) => module.Open(new Search());

    /// <summary>The same environment with instances that can be stepped.</summary>
    public static EnvironmentModule Connect(EnvironmentModule module, ExternalInstances instances) =>
        module.Open(new Connection(instances));

    private sealed class Search : IEnvironmentFunction<ExternalIdentity?>
    {
        public ExternalIdentity? Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var found = ImmutableArray.CreateBuilder<ExternalIdentity>();
            var visitor = new ParamsVisitor(found, instances: null);
            var parameters = environment.Parameters;
            visitor.Record(0, "", ref parameters!);
            return found.Count > 0 ? found[0] : null;
        }
    }

    private sealed class Connection(ExternalInstances instances) : IEnvironmentFunction<EnvironmentModule>
    {
        public EnvironmentModule Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var visitor = new ParamsVisitor(ImmutableArray.CreateBuilder<ExternalIdentity>(), instances);
            var parameters = environment.Parameters;
            visitor.Record(0, "", ref parameters!);
            return environment with { Parameters = parameters! };
        }
    }
}
