using System.Globalization;
using ActorIL.Hocon;
using ActorIL.Hocon.Reading;

namespace ActorIL.Experiments.Binding;

/// <summary>Scalars with HOCON's conversions, as the parsers of <see cref="KeyReader"/>.</summary>
internal static class ScalarForm
{
    /// <summary>A whole number between two bounds; 1e3 and 2.0 are whole, 2.5 is not.</summary>
    public static bool TryWhole(HoconValue value, decimal least, decimal most, out decimal number)
    {
        number = 0;
        return TryNumber(value, out _)
            && TryText(value, out var text)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && decimal.Truncate(number) == number
            && number >= least
            && number <= most;
    }

    public static bool TryNumber(HoconValue value, out double number) =>
        TryUnwrap(Conversion.Number(value, ""), standIn: 0, out number);

    public static bool TrySwitch(HoconValue value, out bool isOn) =>
        TryUnwrap(Conversion.Boolean(value, ""), standIn: false, out isOn);

    public static bool TryText(HoconValue value, out string text) =>
        TryUnwrap(Conversion.Text(value, ""), standIn: "", out text);

    /// <summary>The value of a result, if it has one; the caller words the error for the key at hand.</summary>
    public static bool TryUnwrap<T>(HoconResult<T> result, T standIn, out T value)
    {
        var (isOk, found) = result.Match(ok: found => (true, found), failed: _ => (false, standIn));
        value = found;
        return isOk;
    }
}
