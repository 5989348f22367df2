using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>An environment's constants, by its field description.</summary>
internal sealed class ParameterListing : IEnvironmentFunction<IReadOnlyList<FieldRow>>
{
    public IReadOnlyList<FieldRow> Apply<TEnvironment, TParams, TState>(
        EnvironmentModule<TEnvironment, TParams, TState> environment
    )
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        var rows = new List<FieldRow>();
        var visitor = new FieldRows(rows, "");
        TParams.Fields(ref visitor, environment.Parameters);
        return rows;
    }
}
