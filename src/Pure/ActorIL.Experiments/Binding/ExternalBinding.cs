using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Outside;

namespace ActorIL.Experiments.Binding;

/// <summary>The keys of an environment in another process: its program, and what that said of itself.</summary>
/// <param name="reader">Over the section environment.</param>
/// <param name="meet">Asks a program what it serves; null where none is started.</param>
internal sealed class ExternalBinding(KeyReader reader, Func<ExternalSettings, Result<ExternalIdentity, Error>>? meet)
{
    /// <summary>The name that such an environment has in a configuration.</summary>
    public const string Word = "external";

    private const string Command = "environment.command";
    private const string Restore = "environment.restore";
    private const string Id = "environment.announced.id";
    private const string Version = "environment.announced.version";
    private const string Observations = "environment.announced.observations";
    private const string Actions = "environment.announced.actions";
    private const string Snapshots = "environment.announced.snapshots";
    private const int InstanceCountMax = 65_536;
    private const int ProcessCountMax = 1_024;
    private const int WordCountMax = 1_000;

    private static readonly NumberRange Timeout = NumberRange.Between(0.01, 86_400);

    /// <summary>How the program is run.</summary>
    /// <param name="reader">Over operational keys.</param>
    public static ExternalSettings Settings(KeyReader reader) =>
        new(
            new(reader.Texts(Command, WordCountMax)),
            reader.Integer("environment.instances", 1, InstanceCountMax),
            reader.AutoOrInteger("environment.processes", 1, ProcessCountMax),
            reader.Number("environment.start-timeout-seconds", Timeout),
            reader.Number("environment.answer-timeout-seconds", Timeout)
        );

    /// <summary>
    /// The environment that the program serves: as a run noted it, or as the program says now; null where something is
    /// wrong.
    /// </summary>
    /// <param name="isWanted">Whether the configuration asks for it at all.</param>
    /// <param name="settings">How the program is run.</param>
    public EnvironmentEntry? Read(bool isWanted, ExternalSettings settings)
    {
        var (id, version) = (reader.Text(Id), reader.Text(Version));
        var (observations, actions) = (reader.Text(Observations), reader.Text(Actions));
        var snapshots = reader.Switch(Snapshots);
        var restoresSnapshots = reader.Choice<bool>(Restore, new("actions", false), new("snapshots", true));
        if (!isWanted || !reader.IsSound(Command, Id, Version, Observations, Actions, Snapshots, Restore))
        {
            return null;
        }

        var identity = id.Length > 0 ? Noted(id, version, observations, actions, snapshots) : Met(settings);
        if (identity is { CanSnapshot: false } && restoresSnapshots)
        {
            reader.Reject(
                Restore,
                $"\"snapshots\" of {identity.Id}, whose program has none",
                "\"actions\"",
                "Let the program save and restore its instances, or restore them by their actions."
            );
            return null;
        }

        return identity is null
            ? null
            : new EnvironmentEntry(ExternalModules.Of(identity with { RestoresSnapshots = restoresSnapshots }));
    }

    private ExternalIdentity? Noted(string id, string version, string observations, string actions, bool snapshots)
    {
        var (seen, done) = (Space(Observations, observations), Space(Actions, actions));
        return seen is null || done is null ? null : new(id, version, seen, done, snapshots);
    }

    private Core.Spaces.Space? Space(string path, string text) =>
        SpaceText
            .Read(text)
            .Match<Core.Spaces.Space?>(
                space => space,
                error =>
                {
                    reader.Reject(path, error.Found, error.Wanted, error.Remedy);
                    return null;
                }
            );

    private ExternalIdentity? Met(ExternalSettings settings)
    {
        if (settings.Command.Count == 0 || meet is null)
        {
            reader.Reject(
                Command,
                settings.Command.Count == 0 ? "no command" : "a program that is not started here",
                settings.Command.Count == 0
                    ? "the program that serves environment \"external\", and its arguments"
                    : "what it said of itself in environment.announced",
                "Set it, such as environment.command = [\"python3\", \"my_env.py\"], and `actoril run` it."
            );
            return null;
        }

        return meet(settings)
            .Match<ExternalIdentity?>(
                identity =>
                {
                    Note(identity);
                    return identity;
                },
                error =>
                {
                    reader.Reject(Command, $"{error.Where}: {error.Found}", error.Wanted, error.Remedy);
                    return null;
                }
            );
    }

    /// <summary>What the program said becomes part of the configuration, so that nobody has to ask it again.</summary>
    private void Note(ExternalIdentity identity)
    {
        reader.Replace(Id, JsonForm.Quote(identity.Id), Word);
        reader.Replace(Version, JsonForm.Quote(identity.Version), Word);
        reader.Replace(Observations, JsonForm.Quote(SpaceText.Of(identity.Observations)), Word);
        reader.Replace(Actions, JsonForm.Quote(SpaceText.Of(identity.Actions)), Word);
        reader.Replace(Snapshots, identity.CanSnapshot ? "true" : "false", Word);
    }
}
