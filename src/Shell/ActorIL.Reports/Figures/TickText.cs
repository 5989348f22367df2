using System.Globalization;

namespace ActorIL.Reports.Figures;

/// <summary>
/// Numbers beside an axis: as few digits as tell its ticks apart, k and M for thousands and millions.
/// </summary>
internal static class TickText
{
    /// <param name="value">The tick.</param>
    /// <param name="step">Distance of two ticks, above 0.</param>
    /// <param name="largest">Largest magnitude on the axis.</param>
    public static string Of(double value, double step, double largest)
    {
        var text =
            Math.Abs(value) < step * 1e-6 ? "0"
            : largest >= 1e6 ? Scaled(value, step, 1e6, "M")
            : largest >= 1e4 ? Scaled(value, step, 1e3, "k")
            : step < 1e-4 ? value.ToString("0.#e0", CultureInfo.InvariantCulture)
            : Fixed(value, step);
        return text.Replace('-', '−');
    }

    private static string Scaled(double value, double step, double unit, string ending) =>
        Fixed(value / unit, step / unit) + ending;

    private static string Fixed(double value, double step)
    {
        var digits = step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10(step) - 1e-9);
        return value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
