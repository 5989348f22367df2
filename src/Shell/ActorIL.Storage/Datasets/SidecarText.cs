using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Datasets;

/// <summary>Writes a sidecar: one JSON object, the same bytes for the same data set.</summary>
public static class SidecarText
{
    /// <summary>The text.</summary>
    /// <param name="sidecar">What is said.</param>
    /// <param name="content">Of what, for its counts.</param>
    /// <param name="arrays">As they are written.</param>
    public static string Render(DatasetSidecar sidecar, DatasetContent content, ImmutableArray<LoadedArray> arrays) =>
        JsonText.Object(writer =>
        {
            writer.WriteString("schema", DatasetSidecar.Schema);
            writer.WriteString("content_hash", DatasetArrays.Hash(arrays));
            writer.WriteNumber("steps", content.RowCount);
            if (content.Features.Episodes)
            {
                writer.WriteNumber("episodes", content.Episodes.Length);
            }
            else
            {
                writer.WriteNull("episodes");
            }

            ArrayJson.Write(writer, arrays.Select(static array => (array.Name, array.Type, array.Shape)));
            WriteEnvironment(writer, sidecar);
            WritePreprocessing(writer, sidecar.Preprocessing);
            writer.WriteStartArray("sources");
            foreach (var source in sidecar.Sources)
            {
                writer.WriteStartObject();
                _ = source.Match(run: run => WriteRun(writer, run), import: import => WriteImport(writer, import));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteDerivations(writer, sidecar.Derivations);
        }) + "\n";

    private static void WriteEnvironment(Utf8JsonWriter writer, DatasetSidecar sidecar)
    {
        writer.WriteStartObject("environment");
        writer.WriteString("id", sidecar.Environment);
        writer.WriteString("version", DatasetSidecar.VersionOf(sidecar.Environment));
        writer.WritePropertyName("observation_space");
        SpaceJson.Write(writer, sidecar.Observations);
        writer.WritePropertyName("action_space");
        SpaceJson.Write(writer, sidecar.Actions);
        writer.WriteStartObject("parameters");
        foreach (var (path, value) in sidecar.Parameters)
        {
            writer.WritePropertyName(path);
            writer.WriteRawValue(value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePreprocessing(Utf8JsonWriter writer, DatasetPreprocessing preprocessing)
    {
        writer.WriteStartObject("preprocessing");
        _ = preprocessing.Match(
            none: _ => WriteKind("none"),
            standardized: standardized =>
            {
                _ = WriteKind("standardized");
                WriteFloats(writer, "means", standardized.Means);
                WriteFloats(writer, "factors", standardized.Factors);
                writer.WriteNumber("clip", standardized.Clip);
                return true;
            },
            unknown: _ => WriteKind("unknown")
        );
        writer.WriteEndObject();

        bool WriteKind(string kind)
        {
            writer.WriteString("observations", kind);
            return true;
        }
    }

    private static bool WriteRun(Utf8JsonWriter writer, DatasetSource.Run run)
    {
        writer.WriteString("kind", "run");
        writer.WriteStartObject("seeds");
        writer.WriteNumber("run", run.Seed);
        writer.WriteString("key", $"{run.Key}");
        writer.WriteNumber("first_episode", run.FirstEpisode);
        writer.WriteNumber("episodes", run.EpisodeCount);
        writer.WriteEndObject();
        if (run.StepsMax is { } most)
        {
            writer.WriteNumber("steps_max", most);
        }
        else
        {
            writer.WriteNull("steps_max");
        }

        writer.WriteStartObject("policy");
        writer.WriteString("name", run.Policy);
        writer.WriteString("digest", run.PolicyDigest);
        writer.WriteEndObject();
        writer.WriteString("code_version", run.CodeVersion);
        writer.WriteString("commit", run.Commit);
        writer.WriteString("configuration_hash", run.ConfigurationHash);
        writer.WritePropertyName("configuration");
        writer.WriteRawValue(run.Configuration);
        return true;
    }

    private static bool WriteImport(Utf8JsonWriter writer, DatasetSource.Import import)
    {
        writer.WriteString("kind", "import");
        writer.WriteString("file", import.File);
        writer.WriteString("sha256", import.FileHash);
        return true;
    }

    private static void WriteDerivations(Utf8JsonWriter writer, EquatableArray<DatasetDerivation> derivations)
    {
        writer.WriteStartArray("derivations");
        foreach (var derivation in derivations)
        {
            writer.WriteStartObject();
            writer.WriteString("verb", derivation.Verb);
            writer.WriteStartArray("from");
            foreach (var hash in derivation.From)
            {
                writer.WriteStringValue(hash);
            }

            writer.WriteEndArray();
            writer.WriteString("detail", derivation.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFloats(Utf8JsonWriter writer, string name, EquatableArray<float> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
