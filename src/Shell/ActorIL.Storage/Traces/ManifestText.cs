using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// A manifest as the entries of a Metadata record: JSON, its SHA-256, and padding that gives all manifests one length,
/// so that rewriting one moves nothing.
/// </summary>
public static class ManifestText
{
    /// <summary>The name of the Metadata record.</summary>
    public const string RecordName = "actoril.manifest";

    /// <summary>Bytes of text and padding together, or a multiple where the configuration needs more.</summary>
    public const int PaddedLength = 65_536;

    private const string TextKey = "manifest";
    private const string HashKey = "sha256";
    private const string PaddingKey = "padding";
    private const string ClassKey = "class";
    private const string ArrivalClass = "arrival";

    // Room that later resumptions find without lengthening the record.
    private const int Spare = 16_384;

    /// <summary>The entries of a manifest.</summary>
    public static McapMap Entries(TraceManifest manifest)
    {
        var text = Render(manifest);
        var padding = new string(' ', Math.Max(0, RoomBeside(manifest)));
        return McapMap.Of((TextKey, text), (HashKey, HashOf(text)), (PaddingKey, padding));
    }

    /// <summary>
    /// The manifest of a run that goes on once more. Its record keeps its length: where there is no more room, the
    /// oldest resumptions but the first are dropped.
    /// </summary>
    public static TraceManifest Resumed(TraceManifest manifest, TraceResumption resumption)
    {
        var resumed = manifest with { Resumptions = manifest.Resumptions.Add(resumption) };
        while (RoomBeside(resumed) < 0 && resumed.Resumptions.Length > 2)
        {
            resumed = resumed with { Resumptions = resumed.Resumptions.RemoveAt(1) };
        }

        return resumed;
    }

    /// <summary>SHA-256 of a manifest's text, lower-case hexadecimal.</summary>
    public static string HashOf(TraceManifest manifest) => HashOf(Render(manifest));

    /// <summary>The manifest these entries hold, or why they hold none.</summary>
    public static Result<TraceManifest, Error> Read(string path, McapMap entries)
    {
        if (!entries.TryGet(TextKey, out var text) || !entries.TryGet(HashKey, out var hash))
        {
            return Damaged(path, "a manifest without its text or its SHA-256");
        }

        if (HashOf(text) != hash)
        {
            return Damaged(path, "a manifest that does not have the SHA-256 it gives");
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Parse(path, document.RootElement);
        }
        catch (JsonException failure)
        {
            return Unreadable(path, failure);
        }
        catch (KeyNotFoundException failure)
        {
            return Unreadable(path, failure);
        }
        catch (InvalidOperationException failure)
        {
            return Unreadable(path, failure);
        }
        catch (FormatException failure)
        {
            return Unreadable(path, failure);
        }
    }

    /// <summary>Bytes of padding that belong beside a manifest's text; below 0 where it is too long.</summary>
    private static int RoomBeside(TraceManifest manifest)
    {
        var bare = Encoding.UTF8.GetByteCount(Render(manifest with { Resumptions = [] }));
        var padded = (bare + Spare + PaddedLength - 1) / PaddedLength * PaddedLength;
        return padded - Encoding.UTF8.GetByteCount(Render(manifest));
    }

    private static Result<TraceManifest, Error> Unreadable(string path, Exception failure) =>
        Damaged(path, $"a manifest that cannot be read ({failure.Message.ReplaceLineEndings(" ")})");

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Result<TraceManifest, Error> Damaged(string path, string found) =>
        Result.Failure<TraceManifest, Error>(
            new(path, found, "the manifest of an ActorIL trace", "The file is damaged or was made by another program.")
        );

    /// <summary>The JSON of a manifest, as `trace info` shows it too.</summary>
    public static string Render(TraceManifest manifest) =>
        JsonText.Object(
            writer =>
            {
                writer.WriteNumber("format_version", manifest.FormatVersion);
                writer.WriteNumber("seed", manifest.Seed);
                writer.WriteString("level", TraceLevels.NameOf(manifest.Level));
                writer.WriteString("semantic_hash", manifest.SemanticHash);
                writer.WriteString("environment", manifest.Environment);
                writer.WriteNumber("tick_nanoseconds", manifest.TickNanoseconds);
                WriteTexts(writer, "behaviors", manifest.Behaviors);
                WriteTexts(writer, "messages", manifest.Messages);
                writer.WriteString("numeric_probe", manifest.NumericProbe);
                writer.WriteString("code_version", manifest.CodeVersion);
                writer.WriteString("commit", manifest.Commit);
                writer.WriteString("host", manifest.Host);
                writer.WriteNumber("workers", manifest.Workers);
                writer.WriteString("started_at", manifest.StartedAt);
                writer.WriteStartArray("resumptions");
                foreach (var resumption in manifest.Resumptions)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("ordinal", resumption.Ordinal);
                    writer.WriteString("at", resumption.At);
                    writer.WriteString("code_version", resumption.CodeVersion);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                WriteParent(writer, manifest.Parent);
                TracePluginJson.Write(writer, manifest.Plugins);
                if (manifest.IsArrival)
                {
                    writer.WriteString(ClassKey, ArrivalClass);
                }

                writer.WriteString("configuration", manifest.Configuration);
            },
            isIndented: false
        );

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteParent(Utf8JsonWriter writer, TraceParent? parent)
    {
        if (parent is null)
        {
            writer.WriteNull("parent");
            return;
        }

        writer.WriteStartObject("parent");
        writer.WriteString("trace", parent.Trace);
        writer.WriteString("manifest_sha256", parent.ManifestHash);
        writer.WriteNumber("ordinal", parent.Ordinal);
        WriteTexts(writer, "changes", parent.Changes);
        writer.WriteString("configuration", parent.Configuration);
        writer.WriteEndObject();
    }

    private static Result<TraceManifest, Error> Parse(string path, JsonElement root)
    {
        var version = root.GetProperty("format_version").GetInt32();
        if (version != TraceManifest.FormatVersionNow)
        {
            return Result.Failure<TraceManifest, Error>(
                new(
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"trace format {version}"),
                    string.Create(CultureInfo.InvariantCulture, $"trace format {TraceManifest.FormatVersionNow}"),
                    "Use the version of the program that made the trace."
                )
            );
        }

        return TraceLevels
            .Parse(root.GetProperty("level").GetString()!)
            .Match(level => Result.Success<TraceManifest, Error>(Parse(root, version, level)), Failed);

        Result<TraceManifest, Error> Failed(string found) => Damaged(path, found);
    }

    private static TraceManifest Parse(JsonElement root, int version, TraceLevel level) =>
        new()
        {
            FormatVersion = version,
            Seed = root.GetProperty("seed").GetUInt64(),
            Level = level,
            Configuration = root.GetProperty("configuration").GetString()!,
            SemanticHash = root.GetProperty("semantic_hash").GetString()!,
            Environment = root.GetProperty("environment").GetString()!,
            TickNanoseconds = root.GetProperty("tick_nanoseconds").GetInt64(),
            Behaviors = Texts(root.GetProperty("behaviors")),
            Messages = Texts(root.GetProperty("messages")),
            NumericProbe = root.GetProperty("numeric_probe").GetString()!,
            CodeVersion = root.GetProperty("code_version").GetString()!,
            Commit = root.GetProperty("commit").GetString()!,
            Host = root.GetProperty("host").GetString()!,
            Workers = root.GetProperty("workers").GetInt32(),
            StartedAt = root.GetProperty("started_at").GetString()!,
            Resumptions =
            [
                .. root.GetProperty("resumptions")
                    .EnumerateArray()
                    .Select(item => new TraceResumption(
                        item.GetProperty("ordinal").GetInt64(),
                        item.GetProperty("at").GetString()!,
                        item.GetProperty("code_version").GetString()!
                    )),
            ],
            Parent = ParentOf(root.GetProperty("parent")),
            Plugins = TracePluginJson.Read(root),
            IsArrival = root.TryGetProperty(ClassKey, out var order) && order.GetString() == ArrivalClass,
        };

    private static TraceParent? ParentOf(JsonElement parent) =>
        parent.ValueKind == JsonValueKind.Null
            ? null
            : new(
                parent.GetProperty("trace").GetString()!,
                parent.GetProperty("manifest_sha256").GetString()!,
                parent.GetProperty("ordinal").GetInt64(),
                parent.GetProperty("configuration").GetString()!,
                Texts(parent.GetProperty("changes"))
            );

    private static ImmutableArray<string> Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
