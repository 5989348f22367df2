using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Datasets;

/// <summary>A key of two sidecars with two values; null where one has none.</summary>
/// <param name="Path">The key, below those around it.</param>
/// <param name="One">Its value in one.</param>
/// <param name="Other">Its value in the other.</param>
internal sealed record SidecarDifference(string Path, string? One, string? Other)
{
    /// <summary>Everything in which the files beside two data sets differ, sorted by key.</summary>
    public static ImmutableArray<SidecarDifference> Between(string one, string other)
    {
        var (mine, theirs) = (Leaves(one), Leaves(other));
        return
        [
            .. mine
                .Keys.Union(theirs.Keys)
                .Order(StringComparer.Ordinal)
                .Select(path => new SidecarDifference(
                    path,
                    mine.GetValueOrDefault(path),
                    theirs.GetValueOrDefault(path)
                ))
                .Where(difference => difference.One != difference.Other),
        ];
    }

    // Hash, counts and shapes follow from the arrays, which are compared themselves.
    private static ImmutableSortedDictionary<string, string> Leaves(string dataset)
    {
        var leaves = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        _ = TextFile.Read(DatasetFile.SidecarOf(dataset)).Match(text => Take(text, leaves), _ => false);
        return leaves.ToImmutable();
    }

    private static bool Take(string text, ImmutableSortedDictionary<string, string>.Builder leaves)
    {
        using var document = JsonDocument.Parse(text);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (field.Name is not ("content_hash" or "steps" or "episodes" or "arrays"))
            {
                Add(leaves, field.Name, field.Value);
            }
        }

        return true;
    }

    private static void Add(ImmutableSortedDictionary<string, string>.Builder leaves, string path, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in element.EnumerateObject())
            {
                Add(leaves, $"{path}.{field.Name}", field.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array && element.EnumerateArray().Any(IsNested))
        {
            foreach (var (index, item) in element.EnumerateArray().Index())
            {
                Add(leaves, $"{path}[{RowPlace.Number(index)}]", item);
            }
        }
        else if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > 0)
        {
            leaves[path] = string.Concat(element.GetRawText().Split('\n').Select(line => line.Trim()));
        }
    }

    private static bool IsNested(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}
