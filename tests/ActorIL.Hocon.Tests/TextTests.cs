namespace ActorIL.Hocon.Tests;

public class TextTests
{
    [Theory]
    [InlineData("foo")]
    [InlineData("truefoo")]
    [InlineData("footrue")]
    [InlineData("10.0bar")]
    [InlineData("bar10.0")]
    [InlineData("nullx")]
    [InlineData("-")]
    [InlineData("-foo")]
    [InlineData("1-e3")]
    [InlineData("10e3e3")]
    [InlineData("1.0.0")]
    [InlineData("1.0.")]
    [InlineData(".33")]
    [InlineData("007")]
    [InlineData("(42)")]
    [InlineData("a;b'c|d~e%f<g>h/i.j_k-l")]
    [InlineData("include")]
    [InlineData("NaN")]
    [InlineData("True")]
    public void Unquoted_text_is_taken_literally(string text)
    {
        var value = Texts.Value(Texts.Resolved($"a = {text}").Find("a"));

        Assert.Equal($"\"{text}\"", Rendering.CanonicalJson.Render(value));
    }

    [Theory]
    [InlineData('$')]
    [InlineData('"')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData(':')]
    [InlineData('=')]
    [InlineData('+')]
    [InlineData('`')]
    [InlineData('^')]
    [InlineData('?')]
    [InlineData('!')]
    [InlineData('@')]
    [InlineData('*')]
    [InlineData('&')]
    [InlineData('\\')]
    public void Forbidden_characters_end_an_unquoted_text_and_are_errors_there(char character)
    {
        Texts.Error($"a = b{character}c");
        Assert.Equal($"b{character}c", Texts.Value(Texts.Resolved($"a = \"\"\"b{character}c\"\"\"").Text("a")));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("1e5", "100000")]
    [InlineData("1E+5", "100000")]
    [InlineData("12.5e-3", "0.0125")]
    public void Json_numbers_are_numbers_and_keep_their_original_text(string text, string canonical)
    {
        var value = Texts.Value(Texts.Resolved($"a = {text}").Find("a"));

        Assert.Equal(canonical, Rendering.CanonicalJson.Render(value));
        Assert.Equal(text, Texts.Value(Texts.Resolved($"a = {text}").Text("a")));
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("true ", "true")]
    [InlineData("yes", "\"yes\"")]
    public void A_single_literal_keeps_its_type(string text, string json) =>
        Assert.Equal($"{{\"a\":{json}}}", Texts.Json($"a = {text}"));

    [Theory]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\\u00e9\\u00E9\\uD83D\\uDE00\"", "éé😀")]
    [InlineData("\"\"", "")]
    [InlineData("\"${a}\"", "${a}")]
    [InlineData("\"\u007f\u0085\"", "\u007f\u0085")]
    public void Quoted_texts_have_the_escapes_of_json(string text, string value) =>
        Assert.Equal(value, Texts.Value(Texts.Resolved($"a = {text}").Text("a")));

    [Theory]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\u+123\"")]
    [InlineData("\"\\")]
    [InlineData("\"\t\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a")]
    [InlineData("\"\"\"a")]
    [InlineData("\"\"\"a\"\"")]
    public void Malformed_quoted_texts_are_errors(string text) => Texts.Error($"a = {text}");

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"x\"\"\"", "x")]
    [InlineData("\"\"\" \n\t\\n \"\"\"", " \n\t\\n ")]
    [InlineData("\"\"\"\"x\"\"\"\"", "\"x\"")]
    [InlineData("\"\"\"x\"\"\"\"\"\"", "x\"\"\"")]
    [InlineData("\"\"\"\"\"\"\"", "\"")]
    [InlineData("\"\"\"a\"\"b\"\"\"", "a\"\"b")]
    [InlineData("\"\"\"\\u0041${b}\"\"\"", "\\u0041${b}")]
    public void Triple_quotes_take_everything_and_extra_quotes_belong_to_the_text(string text, string value) =>
        Assert.Equal(value, Texts.Value(Texts.Resolved($"a = {text}").Text("a")));
}
