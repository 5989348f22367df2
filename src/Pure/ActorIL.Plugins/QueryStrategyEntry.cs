using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;

namespace ActorIL.Plugins;

/// <summary>
/// A way to ask the expert: who drives a step of a student and what is labelled, by the name that a student's
/// <c>algorithm</c> has for it.
/// </summary>
public sealed record QueryStrategyEntry
{
    /// <summary>
    /// Where the parameters of a strategy stand in a student's section that has no other place for them.
    /// </summary>
    public const string CommonSection = "strategy.parameters";

    private QueryStrategyEntry(string name, string summary, Recipe recipe) =>
        (Name, Summary, Made) = (name, summary, recipe);

    /// <summary>One word, lower case, such as "ensemble-dagger".</summary>
    public string Name { get; }

    /// <summary>One sentence for lists.</summary>
    public string Summary { get; }

    /// <summary>Whether it looks at the danger of observations, which not every environment can measure.</summary>
    public bool NeedsDanger { get; init; }

    /// <summary>
    /// Where its parameters stand in a student's section; empty for the section itself. All but
    /// <see cref="CommonSection"/> have keys of the reference configuration.
    /// </summary>
    public string Section { get; internal init; } = CommonSection;

    /// <summary>Its parameters, with their values.</summary>
    public ImmutableArray<EnvironmentParameter> Parameters => Made.Parameters;

    /// <summary>The strategy with these parameters.</summary>
    public IQueryStrategy Strategy => Made.Strategy;

    private Recipe Made { get; init; }

    /// <summary>A strategy with parameters.</summary>
    /// <param name="name">One word, lower case.</param>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="defaults">Its parameters where nothing is set.</param>
    /// <param name="create">Makes it; a record, so that plans compare.</param>
    /// <param name="check">
    /// What is wrong with parameters, each error's Where the field's name; null for nothing.
    /// </param>
    public static QueryStrategyEntry Of<TParams>(
        string name,
        string summary,
        TParams defaults,
        Func<TParams, IQueryStrategy> create,
        Func<TParams, ImmutableArray<Error>>? check = null
    )
        where TParams : class, IFields<TParams> => new(name, summary, new Recipe<TParams>(defaults, create, check));

    /// <summary>The entry with some parameters set.</summary>
    /// <param name="settings">Each name at most once.</param>
    /// <returns>The entry, or everything that is wrong; <see cref="Error.Where"/> is the parameter's name.</returns>
    public Result<QueryStrategyEntry, ImmutableArray<Error>> Configure(ImmutableArray<ParameterSetting> settings) =>
        Made.Set(Name, settings).Map(recipe => this with { Made = recipe });

    private abstract record Recipe
    {
        public abstract ImmutableArray<EnvironmentParameter> Parameters { get; }

        public abstract IQueryStrategy Strategy { get; }

        public abstract Result<Recipe, ImmutableArray<Error>> Set(
            string name,
            ImmutableArray<ParameterSetting> settings
        );
    }

    private sealed record Recipe<TParams>(
        TParams Values,
        Func<TParams, IQueryStrategy> Create,
        Func<TParams, ImmutableArray<Error>>? Check
    ) : Recipe
        where TParams : class, IFields<TParams>
    {
        public override ImmutableArray<EnvironmentParameter> Parameters => RecordParameters.List(Values);

        public override IQueryStrategy Strategy => Create(Values);

        public override Result<Recipe, ImmutableArray<Error>> Set(
            string name,
            ImmutableArray<ParameterSetting> settings
        ) =>
            RecordParameters
                .Set(
                    Values,
                    settings,
                    name,
                    $"it has {string.Join(", ", Parameters.Select(static parameter => parameter.Name))}.",
                    values => Check?.Invoke(values) ?? []
                )
                .Map<Recipe>(values => this with { Values = values });
    }
}
