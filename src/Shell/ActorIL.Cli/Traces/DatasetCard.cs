using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Plugins;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>What a data set is, in a file beside it.</summary>
internal static class DatasetCard
{
    private const string Ending = ".json";

    /// <summary>The path of the card of a data set.</summary>
    public static string PathOf(string target) => Path.ChangeExtension(target, Ending);

    public static string Render(
        TraceReader trace,
        TraceSurvey survey,
        Dataset dataset,
        string filter,
        string hash,
        Catalog catalog
    ) =>
        JsonText.Object(writer =>
        {
            var manifest = trace.Manifest;
            writer.WriteString("what", DatasetKinds.NameOf(dataset.Kind));
            writer.WriteNumber("parts", dataset.PartCount);
            writer.WriteString("sha256", hash);
            WriteArrays(writer, dataset);
            WriteEnvironment(writer, manifest, catalog);
            writer.WriteStartObject("trace");
            writer.WriteString("path", trace.Path);
            writer.WriteString("filter", filter);
            writer.WriteString("digest", survey.Ending?.Digest);
            writer.WriteString("chain", survey.Chain.ToString("x16", CultureInfo.InvariantCulture));
            writer.WriteString("manifest_sha256", ManifestText.HashOf(manifest));
            writer.WriteNumber("seed", manifest.Seed);
            writer.WriteString("configuration_hash", manifest.SemanticHash);
            writer.WriteString("level", TraceLevels.NameOf(manifest.Level));
            writer.WriteString("code_version", manifest.CodeVersion);
            writer.WriteEndObject();
        }) + "\n";

    /// <summary>The arrays with their types and shapes.</summary>
    public static void WriteArrays(Utf8JsonWriter writer, Dataset dataset) =>
        ArrayJson.Write(writer, dataset.Arrays.Select(static array => (array.Name, array.Type, array.Shape)));

    // The spaces of an environment that this program does not have are not known here.
    private static void WriteEnvironment(Utf8JsonWriter writer, TraceManifest manifest, Catalog catalog)
    {
        writer.WriteStartObject("environment");
        writer.WriteString("id", manifest.Environment);
        _ = ReplayedRun
            .Bind("the manifest", manifest.Configuration, catalog, [])
            .Match(
                run =>
                {
                    SpaceView.Write(writer, "observation_space", run.Plan.Environment.Module.Observations);
                    SpaceView.Write(writer, "action_space", run.Plan.Environment.Module.Actions);
                    return true;
                },
                _ => false
            );
        writer.WriteEndObject();
    }
}
