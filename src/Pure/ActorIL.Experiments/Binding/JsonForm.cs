using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Hocon;
using ActorIL.Hocon.Rendering;

namespace ActorIL.Experiments.Binding;

/// <summary>Typed values in one canonical JSON form.</summary>
internal static class JsonForm
{
    private static readonly HoconOrigin Nowhere = new("", Line: 0, Column: 0);

    public static string Of(double value) =>
        CanonicalJson.Render(new HoconValue.Number(value.ToString("R", CultureInfo.InvariantCulture), Nowhere));

    public static string Of(IEnumerable<int> values) =>
        $"[{string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";

    public static string Of(ImmutableArray<string> values) => $"[{string.Join(", ", values.Select(Quote))}]";

    public static string Quote(string text) => CanonicalJson.Render(new HoconValue.Text(text, Nowhere));
}
