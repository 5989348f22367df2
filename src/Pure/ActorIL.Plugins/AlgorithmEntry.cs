using System.Collections.Immutable;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;

namespace ActorIL.Plugins;

/// <summary>An algorithm that trains experts from rollouts, by the name that <c>expert.kind</c> has for it.</summary>
public abstract record AlgorithmEntry
{
    /// <summary>Where the parameters of algorithms stand that have no section of their own.</summary>
    public const string CommonSection = "algorithm";

    private protected AlgorithmEntry(string name, string summary) => (Name, Summary) = (name, summary);

    /// <summary>One word, lower case, such as "a2c".</summary>
    public string Name { get; }

    /// <summary>One sentence for lists.</summary>
    public string Summary { get; }

    /// <summary>The section of the reference configuration that its settings have.</summary>
    public abstract string Section { get; }

    /// <summary>Its settings; null where the section's reader makes them.</summary>
    public abstract IRolloutTraining? Training { get; }

    /// <summary>Its parameters by the names that <c>algorithm.parameters</c> has for them.</summary>
    public abstract ImmutableArray<EnvironmentParameter> Parameters { get; }

    /// <summary>An algorithm whose parameters are set in <c>algorithm.parameters</c>.</summary>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="defaults">Its settings where nothing is set; its <c>AlgorithmName</c> is the entry's name.</param>
    /// <param name="check">What is wrong with settings, each error's Where the field's name; null for nothing.</param>
    public static AlgorithmEntry Of<TConfig>(
        string summary,
        TConfig defaults,
        Func<TConfig, ImmutableArray<Error>>? check = null
    )
        where TConfig : class, IRolloutTraining, IFields<TConfig> =>
        new Parametrised<TConfig>(summary, defaults, check);

    /// <summary>An algorithm whose settings are keys of the reference configuration, in a section of its own.</summary>
    internal static AlgorithmEntry InSection(string name, string summary, string section) =>
        new Documented(name, summary, section);

    /// <summary>The entry with some parameters set.</summary>
    /// <param name="settings">Each name at most once.</param>
    /// <returns>The entry, or everything that is wrong; <see cref="Error.Where"/> is the parameter's name.</returns>
    public abstract Result<AlgorithmEntry, ImmutableArray<Error>> Configure(ImmutableArray<ParameterSetting> settings);

    private sealed record Parametrised<TConfig>(
        string About,
        TConfig Config,
        Func<TConfig, ImmutableArray<Error>>? Check
    ) : AlgorithmEntry(Config.AlgorithmName, About)
        where TConfig : class, IRolloutTraining, IFields<TConfig>
    {
        public override string Section => CommonSection;

        public override IRolloutTraining Training => Config;

        public override ImmutableArray<EnvironmentParameter> Parameters => RecordParameters.List(Config);

        public override Result<AlgorithmEntry, ImmutableArray<Error>> Configure(
            ImmutableArray<ParameterSetting> settings
        ) =>
            RecordParameters
                .Set(
                    Config,
                    settings,
                    Name,
                    $"it has {string.Join(", ", Parameters.Select(static parameter => parameter.Name))}.",
                    config => Check?.Invoke(config) ?? []
                )
                .Map<AlgorithmEntry>(config => this with { Config = config });
    }

    private sealed record Documented(string Word, string About, string Place) : AlgorithmEntry(Word, About)
    {
        public override string Section => Place;

        public override IRolloutTraining? Training => null;

        public override ImmutableArray<EnvironmentParameter> Parameters => [];

        public override Result<AlgorithmEntry, ImmutableArray<Error>> Configure(
            ImmutableArray<ParameterSetting> settings
        ) => Result.Success<AlgorithmEntry, ImmutableArray<Error>>(this);
    }
}
