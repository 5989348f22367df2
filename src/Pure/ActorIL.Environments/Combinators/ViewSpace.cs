using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Combinators;

/// <summary>The space of what a view shows.</summary>
internal static class ViewSpace
{
    /// <summary>Bounds of every feature; 0 is within those that are zero before the first step.</summary>
    public static Space Of(ObservationView view, Space observations, Space actions)
    {
        var (low, high) = SpaceBounds.Of(observations);
        int[] components =
            view.Components.Count > 0 ? [.. view.Components] : [.. Enumerable.Range(0, observations.Size)];
        var frame = components.Select(component => (Low: low[component], High: high[component])).ToList();
        if (view.PreviousAction)
        {
            var (least, most) = SpaceBounds.Of(actions);
            frame.AddRange(least.Zip(most, static (from, to) => (Math.Min(from, 0), Math.Max(to, 0))));
        }

        var before = frame.Select(static bound => (Low: Math.Min(bound.Low, 0), High: Math.Max(bound.High, 0)));
        var all = Enumerable.Range(1, view.FrameCount - 1).SelectMany(_ => before).Concat(frame).ToArray();
        return new Space.Box([.. all.Select(static bound => bound.Low)], [.. all.Select(static bound => bound.High)]);
    }
}
