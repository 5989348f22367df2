using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ActorIL.Environments.Tests.Gymnasium;

/// <summary>A golden file of Gymnasium: two episodes from one seed.</summary>
internal sealed partial record Recording(
    string EnvironmentId,
    ulong Seed,
    int StepCountMax,
    RecordedEpisode Main,
    RecordedEpisode Extra
)
{
    public IEnumerable<RecordedEpisode> Episodes => [Main, Extra];

    public static Recording Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var root = document.RootElement;
        return new(
            root.GetProperty("env").GetString() ?? "",
            root.GetProperty("seed").GetUInt64(),
            root.GetProperty("max_episode_steps").GetInt32(),
            RecordedEpisode.Read(root),
            RecordedEpisode.Read(root.GetProperty("extra"))
        );
    }

    /// <summary>The files at the top of a golden folder, by environment.</summary>
    /// <exception cref="InvalidDataException">A file has no known name; the message has it.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        var recordings = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var match = NamePattern().Match(name);
            if (match.Success && Parity.Supports(match.Groups["environment"].Value))
            {
                recordings.Add(path);
            }
            else if (name != "README.md")
            {
                throw new InvalidDataException(
                    $"{path} has no known pattern: wanted README.md or ENVIRONMENT-seedN.json with one of "
                        + $"{string.Join(", ", Parity.EnvironmentIds)}."
                );
            }
        }

        return recordings;
    }

    /// <summary>The seed that a file's name promises.</summary>
    public static ulong SeedOf(string path) =>
        ulong.Parse(NamePattern().Match(Path.GetFileName(path)).Groups["seed"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<environment>.+)-seed(?<seed>[0-9]+)\\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
