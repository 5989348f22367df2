using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Storage.Datasets;

/// <summary>Takes the JSON of a sidecar apart; the first thing that is missing or wrong is kept.</summary>
/// <param name="where">The file, for errors.</param>
internal sealed class SidecarReading(string where)
{
    private const string Wanted = $"a sidecar of schema {DatasetSidecar.Schema}";
    private const int CountMax = 100_000;
    private Error? _problem;

    /// <summary>The sidecar and the hash it gives for the arrays; null for an object that names no schema.</summary>
    public static Result<DescribedDataset?, Error> Read(string where, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("schema", out _)
                ? Result.Success<DescribedDataset?, Error>(null)
                : new SidecarReading(where).Read(root).Map<DescribedDataset?>(described => described);
        }
        catch (JsonException failure)
        {
            return Result.Failure<DescribedDataset?, Error>(
                new(
                    where,
                    $"no JSON ({failure.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')})",
                    Wanted,
                    "Restore the file, or delete it to treat the arrays as ones from elsewhere."
                )
            );
        }
    }

    private Result<DescribedDataset, Error> Read(JsonElement root)
    {
        var schema = Text(root, "schema");
        if (schema != DatasetSidecar.Schema)
        {
            Reject("schema", schema);
        }

        var environment = Object(root, "environment");
        var sidecar = new DatasetSidecar
        {
            Environment = Text(environment, "id"),
            Parameters = Parameters(Object(environment, "parameters")),
            Observations = SpaceOf(environment, "observation_space"),
            Actions = SpaceOf(environment, "action_space"),
            Preprocessing = Preprocessing(Object(root, "preprocessing")),
            Sources = new([.. Items(root, "sources").Select(Source)]),
            Derivations = new([.. Items(root, "derivations").Select(Derivation)]),
        };
        var hash = Text(root, "content_hash");
        return _problem is { } problem
            ? Result.Failure<DescribedDataset, Error>(problem)
            : Result.Success<DescribedDataset, Error>(new(sidecar, hash));
    }

    private static ImmutableSortedDictionary<string, string> Parameters(JsonElement element)
    {
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in element.EnumerateObject())
            {
                parameters[field.Name] = field.Value.GetRawText();
            }
        }

        return parameters.ToImmutable();
    }

    private Space SpaceOf(JsonElement element, string name) =>
        SpaceJson.Read(Object(element, name)) ?? Reject(name, "no space", new Space.Discrete(1));

    private DatasetPreprocessing Preprocessing(JsonElement element) =>
        Text(element, "observations") switch
        {
            "none" => new DatasetPreprocessing.None(),
            "unknown" => new DatasetPreprocessing.Unknown(),
            "standardized" => new DatasetPreprocessing.Standardized(
                Floats(element, "means"),
                Floats(element, "factors"),
                (float)Double(element, "clip")
            ),
            var other => Reject<DatasetPreprocessing>(
                "preprocessing.observations",
                other,
                new DatasetPreprocessing.None()
            ),
        };

    private DatasetSource Source(JsonElement element) =>
        Text(element, "kind") switch
        {
            "run" => Run(element),
            "import" => new DatasetSource.Import(Text(element, "file"), Text(element, "sha256")),
            var other => Reject<DatasetSource>("sources.kind", other, new DatasetSource.Import("", "")),
        };

    private DatasetSource.Run Run(JsonElement element)
    {
        var (seeds, policy) = (Object(element, "seeds"), Object(element, "policy"));
        return new()
        {
            Seed = Number(seeds, "run"),
            Key = Key(seeds),
            FirstEpisode = (long)Number(seeds, "first_episode", long.MaxValue),
            EpisodeCount = (long)Number(seeds, "episodes", long.MaxValue),
            StepsMax = IsNull(element, "steps_max") ? null : (int)Number(element, "steps_max", int.MaxValue),
            Policy = Text(policy, "name"),
            PolicyDigest = Text(policy, "digest"),
            Configuration = Raw(Object(element, "configuration")),
            ConfigurationHash = Text(element, "configuration_hash"),
            CodeVersion = Text(element, "code_version"),
            Commit = Text(element, "commit"),
        };
    }

    private static string Raw(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.GetRawText() : "{}";

    private DatasetDerivation Derivation(JsonElement element) =>
        new(
            Text(element, "verb"),
            new([
                .. Items(element, "from")
                    .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : ""),
            ]),
            Text(element, "detail")
        );

    private RngKey Key(JsonElement element)
    {
        var text = Text(element, "key");
        return
            text.Length == 16
            && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : Reject("seeds.key", text, default(RngKey));
    }

    private static bool IsNull(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Null;

    private JsonElement Object(JsonElement element, string name) => Of(element, name, JsonValueKind.Object);

    private IEnumerable<JsonElement> Items(JsonElement element, string name)
    {
        var array = Of(element, name, JsonValueKind.Array);
        return array.ValueKind != JsonValueKind.Array ? []
            : array.GetArrayLength() <= CountMax ? array.EnumerateArray()
            : Reject<IEnumerable<JsonElement>>(name, "too many items", []);
    }

    private string Text(JsonElement element, string name)
    {
        var text = Of(element, name, JsonValueKind.String);
        return text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
    }

    private ulong Number(JsonElement element, string name, ulong most = ulong.MaxValue)
    {
        var number = Of(element, name, JsonValueKind.Number);
        return number.ValueKind == JsonValueKind.Number && number.TryGetUInt64(out var value) && value <= most
            ? value
            : Reject(name, $"{number}", 0UL);
    }

    private double Double(JsonElement element, string name)
    {
        var number = Of(element, name, JsonValueKind.Number);
        return number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value)
            ? value
            : Reject(name, $"{number}", 0d);
    }

    private EquatableArray<float> Floats(JsonElement element, string name) =>
        new([
            .. Items(element, name)
                .Select(item =>
                    item.ValueKind == JsonValueKind.Number && item.TryGetSingle(out var value)
                        ? value
                        : Reject(name, $"{item}", 0f)
                ),
        ]);

    private JsonElement Of(JsonElement element, string name, JsonValueKind kind)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value))
        {
            return value.ValueKind == kind ? value : Reject(name, $"{value.ValueKind}", default(JsonElement));
        }

        return Reject(name, "nothing", default(JsonElement));
    }

    private T Reject<T>(string name, string found, T standIn)
    {
        Reject(name, found);
        return standIn;
    }

    private void Reject(string name, string found) =>
        _problem ??= new(
            $"{where}, {name}",
            found.Length is > 0 and <= 200 ? found : "nothing that fits",
            Wanted,
            "Restore the file, or delete it to treat the arrays as ones from elsewhere."
        );
}
