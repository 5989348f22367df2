using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>The schema of an environment's state.</summary>
internal sealed class StateListing : IEnvironmentFunction<RecordDescription>
{
    public RecordDescription Apply<TEnvironment, TParams, TState>(
        EnvironmentModule<TEnvironment, TParams, TState> environment)
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState> => FieldCodec.Describe<TState>();
}
