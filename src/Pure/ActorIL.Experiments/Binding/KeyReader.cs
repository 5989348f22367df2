using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Binding;

/// <summary>
/// Reads typed values by path. A value that does not fit is noted and the reading goes on with a stand-in, so that one
/// pass reports everything that is wrong.
/// </summary>
/// <param name="merged">What stands below <c>actoril</c> after all layers.</param>
/// <param name="reference">The same of the reference alone: the defaults that remedies name.</param>
/// <param name="findings">Where accepted keys and errors go.</param>
/// <param name="kind">What the keys read here decide.</param>
internal sealed class KeyReader(HoconValue.Object merged, HoconValue.Object reference, Findings findings, KeyKind kind)
{
    private delegate bool Parser<T>(HoconValue value, out T parsed);

    public KeyReader Of(KeyKind other) => new(merged, reference, findings, other);

    public int Integer(string path, int least, int most) => (int)Long(path, least, most);

    public long Long(string path, long least, long most) => (long)Whole(path, least, most);

    public ulong Unsigned(string path) => (ulong)Whole(path, ulong.MinValue, ulong.MaxValue);

    public double Number(string path, NumberRange range) =>
        Read(
            path,
            range.Description,
            (HoconValue value, out double number) => ScalarForm.TryNumber(value, out number) && range.Contains(number),
            JsonForm.Of,
            range.Most
        );

    public bool Switch(string path) =>
        Read<bool>(path, "on or off", ScalarForm.TrySwitch, isOn => isOn ? "true" : "false", standIn: false);

    public string Text(string path) => Read<string>(path, "a text", ScalarForm.TryText, JsonForm.Quote, standIn: "");

    public T Choice<T>(string path, params ImmutableArray<Choice<T>> choices)
    {
        var index = Read(
            path,
            Words([.. choices.Select(choice => choice.Word)]),
            (HoconValue value, out int found) =>
            {
                found = ScalarForm.TryText(value, out var word) ? IndexOf(choices, word) : -1;
                return found >= 0;
            },
            found => JsonForm.Quote(choices[found].Word),
            standIn: 0
        );
        return choices[index].Meaning;
    }

    /// <summary>A list of whole numbers; an object with numeric keys is one too.</summary>
    public ImmutableArray<int> Integers(string path, int countMax, int least, int most, bool ascending) =>
        Read(
            path,
            string.Create(
                CultureInfo.InvariantCulture,
                $"a list of at most {countMax} whole numbers from {least} to {most}{(ascending ? ", ascending" : "")}"
            ),
            (HoconValue value, out ImmutableArray<int> numbers) =>
                IntegerList.TryRead(value, least, most, out numbers)
                && numbers.Length <= countMax
                && (!ascending || IntegerList.IsAscending(numbers)),
            numbers => JsonForm.Of(numbers),
            standIn: []
        );

    /// <summary>A list of texts.</summary>
    public ImmutableArray<string> Texts(string path, int countMax) =>
        Read(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a list of at most {countMax} texts, such as [\"one\", \"two\"]"
                ),
                (HoconValue value, out ImmutableArray<(string Text, string Source)> texts) =>
                    TextList.TryRead(value, out texts) && texts.Length <= countMax,
                TextList.Json,
                standIn: []
            )
            .Select(static item => item.Text)
            .ToImmutableArray();

    /// <summary>A list of texts, none of them empty, each with where it was written.</summary>
    public ImmutableArray<(string Text, string Source)> PlacedTexts(string path) =>
        Read(
            path,
            "a list of texts",
            (HoconValue value, out ImmutableArray<(string Text, string Source)> texts) =>
                TextList.TryRead(value, out texts) && texts.All(static item => item.Text.Length > 0),
            TextList.Json,
            standIn: []
        );

    /// <summary>"auto", or a whole number.</summary>
    public int? AutoOrInteger(string path, int least, int most) =>
        Read(
            path,
            string.Create(CultureInfo.InvariantCulture, $"\"auto\" or a whole number from {least} to {most}"),
            (HoconValue value, out int? number) =>
            {
                var isAuto = ScalarForm.TryText(value, out var word) && word == "auto";
                var isWhole = ScalarForm.TryWhole(value, least, most, out var whole);
                number = isWhole ? (int)whole : null;
                return isAuto || isWhole;
            },
            number => number?.ToString(CultureInfo.InvariantCulture) ?? JsonForm.Quote("auto"),
            standIn: null
        );

    /// <summary>What stands in a section whose keys the reference does not know, in the order of the text.</summary>
    public ImmutableArray<HoconField> Fields(string path) =>
        ConfigurationTree.TryFind(merged, path, out var field)
        && ConfigurationTree.TrySection(field.Value, out var section)
            ? section.Fields
            : [];

    /// <summary>Notes that a key of such a section was read.</summary>
    /// <param name="path">The key.</param>
    /// <param name="json">Its value in canonical form.</param>
    public void Accept(string path, string json)
    {
        if (ConfigurationTree.TryFind(merged, path, out var field))
        {
            findings.UseEnvironment(ConfigurationTree.EnvironmentNames(field.Value));
            findings.Accept(new ResolvedKey(path, kind, json, field.Value.Origin));
        }
    }

    /// <summary>Whether nobody set a key that was read: its value is the reference's own.</summary>
    public bool IsDefault(string path) => findings.Keys[path].Origin.Source == ReferenceConfiguration.Name;

    /// <summary>Whether a key that was read was set by an option of the command, whose source is its text.</summary>
    public bool IsTyped(string path) => findings.Keys[path].Origin.Source.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Another spelling of a key was set: it has that value, from there.</summary>
    public void Adopt(string path, string spelling) =>
        findings.Replace(
            findings.Keys[path] with
            {
                Json = findings.Keys[spelling].Json,
                Origin = findings.Keys[spelling].Origin,
            }
        );

    /// <summary>Another value of a key that was read.</summary>
    /// <param name="path">The key.</param>
    /// <param name="json">Its value in canonical form.</param>
    /// <param name="source">Where it is from.</param>
    public void Replace(string path, string json, string source) =>
        findings.Replace(findings.Keys[path] with { Json = json, Origin = new(source, Line: 0, Column: 0) });

    /// <summary>The value of a key that was accepted, as text; null where it was not.</summary>
    public string? AcceptedText(string path) =>
        findings.Keys.ContainsKey(path)
        && ConfigurationTree.TryFind(merged, path, out var field)
        && ScalarForm.TryText(field.Value, out var text)
            ? text
            : null;

    /// <summary>Whether every one of these was accepted, so that a rule between them can be checked.</summary>
    public bool IsSound(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (!findings.Keys.ContainsKey(path))
            {
                return false;
            }
        }

        return true;
    }

    public void Reject(string path, string found, string wanted, string remedy) =>
        findings.Reject(new Error(Where(path), found, wanted, remedy));

    private decimal Whole(string path, decimal least, decimal most) =>
        Read(
            path,
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
            (HoconValue value, out decimal number) => ScalarForm.TryWhole(value, least, most, out number),
            number => decimal.Truncate(number).ToString("F0", CultureInfo.InvariantCulture),
            least
        );

    private T Read<T>(string path, string wanted, Parser<T> parse, Func<T, string> json, T standIn)
    {
        // A path that is not there belongs to a section that was replaced by something else, which is reported once.
        if (!ConfigurationTree.TryFind(merged, path, out var field))
        {
            return standIn;
        }

        findings.UseEnvironment(ConfigurationTree.EnvironmentNames(field.Value));
        if (parse(field.Value, out var parsed))
        {
            findings.Accept(new ResolvedKey(path, kind, json(parsed), field.Value.Origin));
            return parsed;
        }

        Reject(path, FoundText.Of(field.Value), wanted, $"Correct the value{Default(path)}.");
        return standIn;
    }

    private string Where(string path) =>
        ConfigurationTree.TryFind(merged, path, out var field)
            ? $"{OriginText.Of(field.Value.Origin)}: {ReferenceConfiguration.Root}.{path}"
            : $"{ReferenceConfiguration.Root}.{path}";

    private string Default(string path) =>
        ConfigurationTree.TryFind(reference, path, out var field)
            ? $"; the default is {FoundText.Written(field.Value)}"
            : "";

    private static int IndexOf<T>(ImmutableArray<Choice<T>> choices, string word)
    {
        for (var index = 0; index < choices.Length; index++)
        {
            if (choices[index].Word == word)
            {
                return index;
            }
        }

        return -1;
    }

    private static string Words(ImmutableArray<string> words) =>
        $"{string.Join(", ", words[..^1].Select(JsonForm.Quote))} or {JsonForm.Quote(words[^1])}";
}
