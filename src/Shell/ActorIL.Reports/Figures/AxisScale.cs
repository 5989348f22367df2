using System.Collections.Immutable;

namespace ActorIL.Reports.Figures;

/// <summary>Which values an axis shows, and where.</summary>
internal sealed record AxisScale
{
    private const double Margin = 0.05;
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLogarithmic;

    private AxisScale(double low, double high, bool isLogarithmic, ImmutableArray<Tick> ticks) =>
        (_low, _high, _isLogarithmic, Ticks) = (low, high, isLogarithmic, ticks);

    public ImmutableArray<Tick> Ticks { get; }

    /// <summary>The axis for these values; with a little room at both ends where it is linear.</summary>
    /// <param name="smallest">Of all values, finite; above 0 for a logarithmic axis.</param>
    /// <param name="largest">Of all values, finite.</param>
    /// <param name="isLogarithmic">Whether equal distances are equal ratios.</param>
    /// <param name="hasMargin">Whether there is room at the ends.</param>
    /// <param name="tickCount">About so many ticks.</param>
    public static AxisScale Of(
        double smallest,
        double largest,
        bool isLogarithmic,
        bool hasMargin = true,
        int tickCount = 5
    )
    {
        if (isLogarithmic)
        {
            var (low, high) = (Math.Log10(smallest), Math.Log10(largest));
            var room = high > low ? (high - low) * Margin : 0.5;
            var ticks = LogarithmicTicks(low - room, high + room);

            // Between two powers there may be none or one: a short way is nearly linear.
            return new(
                low - room,
                high + room,
                isLogarithmic: true,
                ticks.Length > 1 ? ticks : LinearTicks(Math.Pow(10, low - room), Math.Pow(10, high + room), tickCount)
            );
        }

        var extent =
            largest > smallest ? (largest - smallest) * (hasMargin ? Margin : 0)
            : largest == 0 ? 1
            : Math.Abs(largest) * 0.1;
        return new(
            smallest - extent,
            largest + extent,
            isLogarithmic: false,
            LinearTicks(smallest - extent, largest + extent, tickCount)
        );
    }

    /// <summary>Where a value is, 0 at the low end and 1 at the high one.</summary>
    public double Share(double value) => ((_isLogarithmic ? Math.Log10(value) : value) - _low) / (_high - _low);

    private static ImmutableArray<Tick> LinearTicks(double low, double high, int tickCount)
    {
        var step = NiceStep((high - low) / tickCount);
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var index = (long)Math.Ceiling(low / step); index * step <= high + (step * 1e-9); index++)
        {
            ticks.Add(new(index * step, TickText.Of(index * step, step, largest)));
        }

        return ticks.ToImmutable();
    }

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is at least as large.</summary>
    private static double NiceStep(double wanted)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        var ratio = wanted / power;
        return (
                ratio <= 1 ? 1
                : ratio <= 2 ? 2
                : ratio <= 5 ? 5
                : 10
            ) * power;
    }

    private static ImmutableArray<Tick> LogarithmicTicks(double low, double high)
    {
        ImmutableArray<int> factors = high - low > 2.5 ? [1] : [1, 2, 5];
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var power = (int)Math.Floor(low); power <= high; power++)
        {
            foreach (var factor in factors)
            {
                var value = factor * Math.Pow(10, power);
                if (Math.Log10(value) >= low && Math.Log10(value) <= high)
                {
                    ticks.Add(new(value, TickText.Of(value, Math.Pow(10, power), value)));
                }
            }
        }

        return ticks.ToImmutable();
    }
}
