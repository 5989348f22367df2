using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Spaces;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>Spaces in tables and JSON.</summary>
internal static class SpaceView
{
    /// <summary>Kind and size only.</summary>
    public static string Short(Space space) =>
        space.Match(
            discrete: discrete => Invariant($"Discrete({discrete.Count})"),
            box: box => Invariant($"Box({box.Size})"),
            product: product => $"Product({string.Join(", ", product.Parts.Select(Short))})"
        );

    /// <summary>
    /// One object: kind, and count, bounds or parts. JSON has no infinity, so an infinite bound is null.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, string name, Space space)
    {
        writer.WritePropertyName(name);
        SpaceJson.Write(writer, space);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
