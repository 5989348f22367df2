using System.Collections.Immutable;
using ActorIL.Hocon;
using ActorIL.Hocon.Reading;

namespace ActorIL.Experiments.Binding;

/// <summary>Lists of texts as configurations write them.</summary>
internal static class TextList
{
    /// <summary>Reads a list, or an object whose keys are 0, 1, 2, ...; each text with where it was written.</summary>
    public static bool TryRead(HoconValue value, out ImmutableArray<(string Text, string Source)> texts)
    {
        texts = [];
        if (!ScalarForm.TryUnwrap(Conversion.Items(value, ""), standIn: [], out var items))
        {
            return false;
        }

        var read = ImmutableArray.CreateBuilder<(string, string)>(items.Length);
        foreach (var item in items)
        {
            if (!ScalarForm.TryText(item, out var text))
            {
                return false;
            }

            read.Add((text, item.Origin.Source));
        }

        texts = read.MoveToImmutable();
        return true;
    }

    /// <summary>As JSON.</summary>
    public static string Json(ImmutableArray<(string Text, string Source)> texts) =>
        JsonForm.Of([.. texts.Select(static item => item.Text)]);
}
