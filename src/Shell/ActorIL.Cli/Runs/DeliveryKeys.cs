using ActorIL.Actors.Hosts;

namespace ActorIL.Cli.Runs;

/// <summary>Keys of deliveries, for the log.</summary>
internal static class DeliveryKeys
{
    /// <summary>The key of a delivery of this round; for one of an earlier round, its ordinal.</summary>
    public static string Of(in RoundReport report, long ordinal)
    {
        foreach (ref readonly var delivery in report.Deliveries)
        {
            if (delivery.Ordinal == ordinal)
            {
                return delivery.Key.ToString();
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{ordinal}");
    }
}
