using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Storage.Datasets;

/// <summary>
/// Spaces as JSON: kind, and count, bounds or parts. JSON has no infinity, so an infinite bound is null.
/// </summary>
public static class SpaceJson
{
    private const string Kind = "kind";
    private const int SizeMax = 1 << 24;

    public static void Write(Utf8JsonWriter writer, Space space)
    {
        writer.WriteStartObject();
        _ = space.Match(
            discrete: discrete => Discrete(writer, discrete),
            box: box => Box(writer, box),
            product: product => Product(writer, product)
        );
        writer.WriteEndObject();
    }

    /// <summary>The space that an element describes; null for one that describes none.</summary>
    public static Space? Read(JsonElement element) =>
        TextOf(element, Kind) switch
        {
            "discrete" => ReadDiscrete(element),
            "box" => ReadBox(element),
            "product" => ReadProduct(element),
            _ => null,
        };

    private static int Discrete(Utf8JsonWriter writer, Space.Discrete space)
    {
        writer.WriteString(Kind, "discrete");
        writer.WriteNumber("count", space.Count);
        return space.Size;
    }

    private static int Box(Utf8JsonWriter writer, Space.Box space)
    {
        writer.WriteString(Kind, "box");
        Bounds(writer, "low", space.Low);
        Bounds(writer, "high", space.High);
        return space.Size;
    }

    private static int Product(Utf8JsonWriter writer, Space.Product space)
    {
        writer.WriteString(Kind, "product");
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

    private static Space.Discrete? ReadDiscrete(JsonElement element) =>
        element.TryGetProperty("count", out var count)
        && count.ValueKind == JsonValueKind.Number
        && count.TryGetInt32(out var number)
        && number is > 0 and <= SizeMax
            ? new Space.Discrete(number)
            : null;

    private static Space.Box? ReadBox(JsonElement element)
    {
        if (
            ReadBounds(element, "low", float.NegativeInfinity) is not { } low
            || ReadBounds(element, "high", float.PositiveInfinity) is not { } high
            || low.Length != high.Length
        )
        {
            return null;
        }

        for (var i = 0; i < low.Length; i++)
        {
            if (!(low[i] <= high[i]))
            {
                return null;
            }
        }

        return new Space.Box(new(low), new(high));
    }

    private static Space.Product? ReadProduct(JsonElement element)
    {
        if (!element.TryGetProperty("parts", out var parts) || parts.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var spaces = ImmutableArray.CreateBuilder<Space>();
        foreach (var part in parts.EnumerateArray())
        {
            if (Read(part) is not { } space)
            {
                return null;
            }

            spaces.Add(space);
        }

        return new Space.Product(new EquatableArray<Space>(spaces.ToImmutable()));
    }

    private static ImmutableArray<float>? ReadBounds(JsonElement element, string name, float infinite)
    {
        if (!element.TryGetProperty(name, out var bounds) || bounds.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = ImmutableArray.CreateBuilder<float>();
        foreach (var bound in bounds.EnumerateArray())
        {
            var isNumber = bound.ValueKind == JsonValueKind.Number;
            var number = infinite;
            if (bound.ValueKind != JsonValueKind.Null && !(isNumber && bound.TryGetSingle(out number)))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
