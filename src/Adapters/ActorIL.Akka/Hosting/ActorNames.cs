using System.Globalization;
using Akka.Actor;

namespace ActorIL.Akka.Hosting;

/// <summary>Akka's names for our actors.</summary>
internal static class ActorNames
{
    /// <summary>
    /// The name as Akka allows it; with a number where an actor of that name is still about to stop. Nothing but logs
    /// sees it.
    /// </summary>
    public static string Free(IActorContext context, string name)
    {
        var wanted = Of(name);
        var free = wanted;
        for (var number = 2; !context.Child(free).IsNobody(); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{wanted}~{number}");
        }

        return free;
    }

    /// <summary>The name as Akka allows it.</summary>
    public static string Of(string name) =>
        ActorPath.IsValidPathElement(name)
            ? name
            : $"n-{Uri.EscapeDataString(name).Replace("%", "~", StringComparison.Ordinal)}";
}
