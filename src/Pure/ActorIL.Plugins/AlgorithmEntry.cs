using System.Collections.Immutable;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;

namespace ActorIL.Plugins;

/// <summary>An algorithm that trains experts from rollouts, by the name that <c>expert.kind</c> has for it.</summary>
public sealed record AlgorithmEntry
{
    /// <summary>Where the parameters of algorithms stand that have no section of their own.</summary>
    public const string CommonSection = "algorithm";

    private AlgorithmEntry(string name, string summary, string section, Settings? own) =>
        (Name, Summary, Section, Own) = (name, summary, section, own);

    /// <summary>One word, lower case, such as "a2c".</summary>
    public string Name { get; }

    /// <summary>One sentence for lists.</summary>
    public string Summary { get; }

    /// <summary>The section of the reference configuration that its settings have.</summary>
    public string Section { get; }

    /// <summary>Its settings; null where the section's reader makes them.</summary>
    public IRolloutTraining? Training => Own?.Training;

    /// <summary>Its parameters by the names that <c>algorithm.parameters</c> has for them.</summary>
    public ImmutableArray<EnvironmentParameter> Parameters => Own?.Parameters ?? [];

    private Settings? Own { get; init; }

    /// <summary>An algorithm whose parameters are set in <c>algorithm.parameters</c>.</summary>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="defaults">Its settings where nothing is set; its AlgorithmName is the entry's name.</param>
    /// <param name="check">What is wrong with settings, each error's Where the field's name; null for nothing.</param>
    public static AlgorithmEntry Of<TConfig>(
        string summary,
        TConfig defaults,
        Func<TConfig, ImmutableArray<Error>>? check = null
    )
        where TConfig : class, IRolloutTraining, IFields<TConfig>
    {
        ArgumentNullException.ThrowIfNull(defaults);
        return new(defaults.AlgorithmName, summary, CommonSection, new Settings<TConfig>(defaults, check));
    }

    /// <summary>An algorithm whose settings are keys of the reference configuration, in a section of its own.</summary>
    internal static AlgorithmEntry InSection(string name, string summary, string section) =>
        new(name, summary, section, own: null);

    /// <summary>The entry with some parameters set.</summary>
    /// <param name="settings">Each name at most once.</param>
    /// <returns>The entry, or everything that is wrong; <see cref="Error.Where"/> is the parameter's name.</returns>
    public Result<AlgorithmEntry, ImmutableArray<Error>> Configure(ImmutableArray<ParameterSetting> settings) =>
        Own is { } own
            ? own.Set(Name, settings).Map(set => this with { Own = set })
            : Result.Success<AlgorithmEntry, ImmutableArray<Error>>(this);

    private abstract record Settings
    {
        public abstract IRolloutTraining Training { get; }

        public abstract ImmutableArray<EnvironmentParameter> Parameters { get; }

        public abstract Result<Settings, ImmutableArray<Error>> Set(
            string name,
            ImmutableArray<ParameterSetting> settings
        );
    }

    private sealed record Settings<TConfig>(TConfig Config, Func<TConfig, ImmutableArray<Error>>? Check) : Settings
        where TConfig : class, IRolloutTraining, IFields<TConfig>
    {
        public override IRolloutTraining Training => Config;

        public override ImmutableArray<EnvironmentParameter> Parameters => RecordParameters.List(Config);

        public override Result<Settings, ImmutableArray<Error>> Set(
            string name,
            ImmutableArray<ParameterSetting> settings
        ) =>
            RecordParameters
                .Set(
                    Config,
                    settings,
                    name,
                    $"it has {string.Join(", ", Parameters.Select(static parameter => parameter.Name))}.",
                    config => Check?.Invoke(config) ?? []
                )
                .Map<Settings>(config => this with { Config = config });
    }
}
