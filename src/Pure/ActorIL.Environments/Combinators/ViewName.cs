using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Combinators;

/// <summary>
/// Names of environments that are seen in part, such as seen-0-2-action-x3-CartPole-v1: components 0 and 2, the
/// previous action, three frames. Policies and data sets keep the name, so that they find their environment again.
/// </summary>
internal static class ViewName
{
    private const string Mark = "seen";
    private const string Action = "action";

    /// <summary>The name of an environment under a view that is not the full one.</summary>
    public static string Of(ObservationView view, string id)
    {
        var words = view
            .Components.Select(static component => component.ToString(CultureInfo.InvariantCulture))
            .Prepend(Mark)
            .ToList();
        if (view.PreviousAction)
        {
            words.Add(Action);
        }

        if (view.FrameCount > 1)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"x{view.FrameCount}"));
        }

        return string.Join('-', words.Append(id));
    }

    /// <summary>View and environment of such a name; null for any other name.</summary>
    public static (ObservationView View, string Id)? Read(string name)
    {
        if (!name.StartsWith(Mark + "-", StringComparison.Ordinal))
        {
            return null;
        }

        var words = name.Split('-');
        var next = 1;
        var components = ImmutableArray.CreateBuilder<int>();
        while (next < words.Length && Number(words[next]) is { } component)
        {
            components.Add(component);
            next++;
        }

        var action = next < words.Length && words[next] == Action;
        next += action ? 1 : 0;
        var frames = next < words.Length && words[next].StartsWith('x') ? Number(words[next][1..]) : null;
        next += frames is null ? 0 : 1;
        var view = new ObservationView(new(components.ToImmutable()), action, Math.Max(1, frames ?? 1));
        var id = string.Join('-', words[Math.Min(next, words.Length)..]);

        // Only as this program writes it, so that an environment has one name.
        return !view.IsFull && Of(view, id) == name ? (view, id) : null;
    }

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
