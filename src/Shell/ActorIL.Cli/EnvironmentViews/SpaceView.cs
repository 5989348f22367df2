using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Spaces;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>Spaces in tables and JSON.</summary>
internal static class SpaceView
{
    /// <summary>Kind and size only.</summary>
    public static string Short(Space space) => space.Match(
        discrete: discrete => Invariant($"Discrete({discrete.Count})"),
        box: box => Invariant($"Box({box.Size})"),
        product: product => $"Product({string.Join(", ", product.Parts.Select(Short))})");

    /// <summary>
    /// One object: kind, and count, bounds or parts. JSON has no infinity, so an infinite bound is null.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, string name, Space space)
    {
        writer.WritePropertyName(name);
        Write(writer, space);
    }

    private static void Write(Utf8JsonWriter writer, Space space)
    {
        writer.WriteStartObject();
        _ = space.Match(
            discrete: discrete => Discrete(writer, discrete),
            box: box => Box(writer, box),
            product: product => Product(writer, product));
        writer.WriteEndObject();
    }

    private static int Discrete(Utf8JsonWriter writer, Space.Discrete space)
    {
        writer.WriteString("kind", "discrete");
        writer.WriteNumber("count", space.Count);
        return space.Size;
    }

    private static int Box(Utf8JsonWriter writer, Space.Box space)
    {
        writer.WriteString("kind", "box");
        Bounds(writer, "low", space.Low);
        Bounds(writer, "high", space.High);
        return space.Size;
    }

    private static int Product(Utf8JsonWriter writer, Space.Product space)
    {
        writer.WriteString("kind", "product");
        writer.WriteStartArray("parts");
        foreach (var part in space.Parts)
        {
            Write(writer, part);
        }

        writer.WriteEndArray();
        return space.Size;
    }

    private static void Bounds(Utf8JsonWriter writer, string name, IEnumerable<float> bounds)
    {
        writer.WriteStartArray(name);
        foreach (var bound in bounds)
        {
            if (float.IsFinite(bound))
            {
                writer.WriteNumberValue(bound);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
