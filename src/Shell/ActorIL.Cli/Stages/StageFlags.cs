using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Stages;

/// <summary>What the verbs that are one stage share: a file, settings, how it is carried out, where it goes.</summary>
internal sealed class StageFlags
{
    /// <summary>What their help says of it.</summary>
    public const string Notes = """
        A flag is another way to type the key in brackets; what is not typed is as in FILE or hocon/reference.conf.
        The run leaves all that `actoril run` leaves: trace, checkpoints, report. Give FILE before flags of many values.

        JSON: as for `run`.

        """;

    private readonly SettingOptions _settings;
    private readonly Argument<string?> _file;
    private readonly Option<ulong?> _seed = Flags.Seed("The run's seed (seed).");
    private readonly Option<string?> _workers = Flags.Workers();
    private readonly Option<string?> _host = Flags.Host();
    private readonly Option<string[]> _set = Flags.Set();
    private readonly Option<bool> _json = Flags.Json();
    private readonly Option<string?> _savePath;
    private readonly Option<bool> _wandb = new("--wandb")
    {
        Description = "Prepare the metrics for Weights and Biases, and print the command that uploads them.",
    };

    private readonly Option<string?> _project = Named("--wandb-project", "The project. Default: actoril.");
    private readonly Option<string?> _runName = Named(
        "--wandb-run-name",
        "The run's name there. Default: run_YYYYMMDD_HHMM_ENV_STEPS."
    );

    /// <param name="flags">The verb's own flags.</param>
    /// <param name="savePath">What it says of --save-path.</param>
    public StageFlags(ImmutableArray<SettingFlag> flags, string savePath)
    {
        _settings = new(flags);
        _file = new("FILE")
        {
            Description = "An experiment to start from, a HOCON file.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        _file.RefuseFlags();
        _savePath = new("--save-path")
        {
            Description = savePath,
            HelpName = "PATH",
            CustomParser = static result =>
            {
                var path = result.Tokens[^1].Value;
                if (path.Length == 0)
                {
                    result.AddError(
                        UsageErrors.Encode(new Error("--save-path", "an empty path", "a path", "Name one."))
                    );
                }

                return path;
            },
        };
    }

    /// <summary>Adds everything to the verb, its own flags first.</summary>
    public Verb AddTo(Verb verb)
    {
        verb.Arguments.Add(_file);
        Option[] carrying = [_seed, _savePath, _set, _workers, _host, _wandb, _project, _runName, _json];
        foreach (var option in _settings.Options.Concat(carrying))
        {
            verb.Options.Add(option);
        }

        verb.RefuseWithout(_project, _wandb);
        verb.RefuseWithout(_runName, _wandb);
        return verb;
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public string? File(ParseResult parsed) => parsed.GetValue(_file);

    public string? SavePath(ParseResult parsed) => parsed.GetValue(_savePath);

    /// <summary>Whether the environment follows from what is given: neither FILE nor --env-id says it.</summary>
    public bool IsEnvironmentOpen(ParseResult parsed) =>
        File(parsed) is null && !_settings.Typed(parsed).Contains(SettingTable.Environment.Name);

    /// <summary>Whether the run's own file decides, and only how it is carried out can be typed.</summary>
    public string? FirstSetting(ParseResult parsed) =>
        _settings.Typed(parsed).FirstOrDefault()
        ?? (
            parsed.GetValue(_seed) is not null ? Flags.SeedName
            : parsed.GetValue(_set) is { Length: > 0 } ? Flags.SetName
            : File(parsed)
        );

    /// <summary>A run that goes on has its folder and its metrics: flags that say others are refused.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="resume">The flag that names it.</param>
    public void RefuseWhereResumed(Verb verb, Option<string?> resume)
    {
        verb.RefuseBeside(_wandb, resume);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(resume) is { } path && result.GetValue(_savePath) is not null)
            {
                result.AddError(
                    UsageErrors.Encode(
                        new Error(
                            _savePath.Name,
                            $"{_savePath.Name} beside {resume.Name} {path}",
                            "one of the two",
                            $"Leave {_savePath.Name} out: the run goes on in its own folder."
                        )
                    )
                );
            }
        });
    }

    public Runs.ResumeRequest Resume(ParseResult parsed, string folder) =>
        new(folder, parsed.GetValue(_workers), parsed.GetValue(_host), IsJson(parsed));

    /// <summary>What was typed.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="own">What the verb itself sets, below what was typed.</param>
    public StageRequest Read(ParseResult parsed, string verb, params ImmutableArray<ConfigurationOverride> own) =>
        new()
        {
            Verb = verb,
            File = File(parsed),
            Overrides =
            [
                .. own,
                .. (parsed.GetValue(_set) ?? []).Select(text => new ConfigurationOverride(
                    text,
                    $"{Flags.SetName} {text}"
                )),
                .. _settings.Read(parsed),
                .. Flags.Override(
                    Flags.SeedName,
                    "seed",
                    parsed.GetValue(_seed)?.ToString(CultureInfo.InvariantCulture)
                ),
                .. Flags.Override(Flags.WorkersName, "run.workers", parsed.GetValue(_workers)),
                .. Flags.Override(Flags.HostName, "run.host", parsed.GetValue(_host)),
            ],
            SavePath = SavePath(parsed),
            Wandb = new(
                parsed.GetValue(_wandb),
                parsed.GetValue(_project) ?? WandbRequest.ProjectDefault,
                parsed.GetValue(_runName)
            ),
            IsJson = IsJson(parsed),
        };

    private static Option<string?> Named(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "NAME",
            CustomParser = result =>
                FileName
                    .Check(name, result.Tokens[^1].Value)
                    .Match<string?>(
                        valid => valid,
                        error =>
                        {
                            result.AddError(UsageErrors.Encode(error));
                            return null;
                        }
                    ),
        };
}
