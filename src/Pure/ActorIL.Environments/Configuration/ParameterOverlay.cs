using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Configuration;

/// <summary>Puts settings in the place of fields that have their names; other fields stay as they are.</summary>
/// <param name="settings">By name.</param>
/// <param name="errors">Where values that do not fit are noted.</param>
/// <param name="prefix">The names of the records around the fields, each with a point.</param>
internal readonly ref struct ParameterOverlay(
    ImmutableArray<ParameterSetting> settings,
    ImmutableArray<Error>.Builder errors,
    string prefix
) : IFieldVisitor
{
    private delegate bool Parser<T>(string text, out T parsed);

    public static bool Rebuilds => true;

    public void Field(int number, string name, ref bool value) =>
        Set<bool>(name, ref value, ParameterKinds.Switch, TrySwitch);

    public void Field(int number, string name, ref int value) => Whole(name, ref value, int.MinValue, int.MaxValue);

    public void Field(int number, string name, ref long value) => Whole(name, ref value, long.MinValue, long.MaxValue);

    public void Field(int number, string name, ref ulong value) =>
        Whole(name, ref value, ulong.MinValue, ulong.MaxValue);

    public void Field(int number, string name, ref float value) =>
        Set(
            name,
            ref value,
            "a finite number in single precision",
            (string text, out float parsed) =>
            {
                var fits = TryNumber(text, out var wide);
                parsed = (float)wide;
                return fits && float.IsFinite(parsed);
            }
        );

    public void Field(int number, string name, ref double value) =>
        Set<double>(name, ref value, "a finite number", TryNumber);

    public void Field(int number, string name, ref string value) =>
        Set(
            name,
            ref value,
            ParameterKinds.Text,
            (string text, out string parsed) =>
            {
                parsed = text;
                return true;
            }
        );

    public void Field(int number, string name, ref ImmutableArray<byte> value) => Refuse(name);

    public void Field(int number, string name, ref ImmutableArray<int> value) =>
        Set<ImmutableArray<int>>(name, ref value, ParameterKinds.Integers, TryIntegers);

    public void Field(int number, string name, ref ImmutableArray<long> value) => Refuse(name);

    public void Field(int number, string name, ref ImmutableArray<float> value) => Refuse(name);

    public void Field(int number, string name, ref ImmutableArray<double> value) => Refuse(name);

    public void Block(int number, string name, ref ParameterBlock? value) => Refuse(name);

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (value is not null)
        {
            var inner = new ParameterOverlay(settings, errors, ParameterNames.Below(prefix, name));
            value = T.Fields(ref inner, value);
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T> => Refuse(name);

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> => Record(number, name, ref value);

    private static bool TrySwitch(string text, out bool isOn)
    {
        isOn = text is "true" or "on" or "yes";
        return isOn || text is "false" or "off" or "no";
    }

    // As a list is written in JSON: [64, 64].
    private static bool TryIntegers(string text, out ImmutableArray<int> numbers)
    {
        numbers = [];
        if (text is not ['[', .. var items, ']'])
        {
            return false;
        }

        var parsed = ImmutableArray.CreateBuilder<int>();
        foreach (var item in items.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryWhole(item.Trim(), int.MinValue, int.MaxValue, out var number))
            {
                return false;
            }

            parsed.Add((int)number);
        }

        numbers = parsed.ToImmutable();
        return true;
    }

    // 1e3 and 2.0 are whole, 2.5 is not.
    private static bool TryWhole(string text, decimal least, decimal most, out decimal whole)
    {
        var fits =
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out whole)
            && decimal.Truncate(whole) == whole
            && whole >= least
            && whole <= most;
        whole = fits ? whole : 0;
        return fits;
    }

    private void Whole<T>(string name, ref T value, T least, T most)
        where T : IBinaryInteger<T> =>
        Set(
            name,
            ref value,
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
            (string text, out T parsed) =>
            {
                var fits = TryWhole(text, decimal.CreateChecked(least), decimal.CreateChecked(most), out var whole);
                parsed = T.CreateChecked(whole);
                return fits;
            }
        );

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private void Set<T>(string name, ref T value, string wanted, Parser<T> parse)
    {
        if (!TryFind(name, out var setting))
        {
            return;
        }

        if (parse(setting.Text, out var parsed))
        {
            value = parsed;
        }
        else
        {
            Reject(setting, wanted, "Correct the value.");
        }
    }

    private void Refuse(string name)
    {
        if (TryFind(name, out var setting))
        {
            Reject(setting, "no setting of a table", "Remove it.");
        }
    }

    private void Reject(ParameterSetting setting, string wanted, string remedy) =>
        errors.Add(new(setting.Name, setting.Shown, wanted, remedy));

    private bool TryFind(string field, out ParameterSetting setting)
    {
        var name = ParameterNames.Of(prefix, field);
        setting = new(name, "");
        foreach (var other in settings)
        {
            if (other.Name == name)
            {
                setting = other;
                return true;
            }
        }

        return false;
    }
}
