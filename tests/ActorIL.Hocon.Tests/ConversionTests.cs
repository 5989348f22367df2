namespace ActorIL.Hocon.Tests;

public class ConversionTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    [InlineData("\"off\"", false)]
    public void Six_texts_convert_to_booleans(string text, bool expected) =>
        Assert.Equal(expected, Texts.Value(Texts.Resolved($"a = {text}").Boolean("a")));

    [Theory]
    [InlineData("True")]
    [InlineData("YES")]
    [InlineData("1")]
    [InlineData("y")]
    [InlineData("null")]
    [InlineData("[true]")]
    [InlineData("{}")]
    public void Nothing_else_converts_to_a_boolean(string text) =>
        Texts.Failure(Texts.Resolved($"a = {text}").Boolean("a"));

    [Theory]
    [InlineData("42", 42L)]
    [InlineData("\"42\"", 42L)]
    [InlineData("-0", 0L)]
    [InlineData("1e3", 1000L)]
    [InlineData("2.0", 2L)]
    [InlineData("1500e-2", 15L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Numbers_and_texts_convert_to_integers_exactly(string text, long expected) =>
        Assert.Equal(expected, Texts.Value(Texts.Resolved($"a = {text}").Integer("a")));

    [Theory]
    [InlineData("2.5")]
    [InlineData("1e-1")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("1e999999999999")]
    [InlineData("abc")]
    [InlineData("\"\"")]
    [InlineData("007")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("\" 1\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void Nothing_else_converts_to_an_integer(string text) =>
        Texts.Failure(Texts.Resolved($"a = {text}").Integer("a"));

    [Theory]
    [InlineData("3.14", 3.14)]
    [InlineData("\"3.14\"", 3.14)]
    [InlineData(".33", 0.33)]
    [InlineData("-.5e1", -5.0)]
    [InlineData("\"+2\"", 2.0)]
    [InlineData("42", 42.0)]
    [InlineData("1e308", 1e308)]
    [InlineData("4.9e-324", 4.9e-324)]
    public void Numbers_and_texts_convert_to_doubles(string text, double expected) =>
        Assert.Equal(expected, Texts.Value(Texts.Resolved($"a = {text}").Number("a")));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e309")]
    [InlineData("1.")]
    [InlineData(".")]
    [InlineData("--1")]
    [InlineData("1,5")]
    [InlineData("null")]
    public void Nothing_else_converts_to_a_double(string text) =>
        Texts.Failure(Texts.Resolved($"a = \"{text}\"").Number("a"));

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("abc", "abc")]
    public void Numbers_and_booleans_convert_to_texts(string text, string expected) =>
        Assert.Equal(expected, Texts.Value(Texts.Resolved($"a = {text}").Text("a")));

    [Theory]
    [InlineData("null")]
    [InlineData("[a]")]
    [InlineData("{ b = 1 }")]
    public void Null_arrays_and_objects_convert_to_no_text(string text) =>
        Texts.Failure(Texts.Resolved($"a = {text}").Text("a"));

    [Theory]
    [InlineData("[a, b]")]
    [InlineData("{ \"1\" : b, \"0\" : a }")]
    [InlineData("{ \"10\" : b, \"9\" : a, other : c, \"-1\" : d, \"1x\" : e }")]
    public void Objects_with_numeric_keys_convert_to_arrays_in_the_order_of_the_numbers(string text) =>
        Assert.Equal(
            ["a", "b"],
            Texts
                .Value(Texts.Resolved($"a = {text}").Items("a"))
                .Select(item => Texts.Value(Reading.Conversion.Text(item, "a")))
        );

    [Theory]
    [InlineData("{}")]
    [InlineData("{ b = 1 }")]
    [InlineData("{ \"-1\" = 1 }")]
    [InlineData("1")]
    [InlineData("a b")]
    [InlineData("null")]
    public void Nothing_else_converts_to_an_array(string text) =>
        Texts.Failure(Texts.Resolved($"a = {text}").Items("a"));

    [Fact]
    public void An_object_with_numeric_keys_stays_an_object_until_an_array_is_wanted()
    {
        var config = Texts.Resolved("a { \"0\" : x }, b = ${a}");

        Assert.Equal("x", Texts.Value(config.Text("b.0")));
        Assert.Single(Texts.Value(config.Object("b")).Fields);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("null")]
    public void Nothing_converts_to_an_object(string text) => Texts.Failure(Texts.Resolved($"a = {text}").Object("a"));

    [Theory]
    [InlineData("a = null", false)]
    [InlineData("a = \"null\"", false)]
    [InlineData("b = 1", false)]
    [InlineData("a = 1", true)]
    [InlineData("a { }", true)]
    public void A_path_has_a_value_unless_it_is_missing_or_null(string text, bool expected) =>
        Assert.Equal(expected, Texts.Resolved(text).Has("a"));

    [Fact]
    public void An_error_says_where_what_was_found_what_was_wanted_and_what_to_do() =>
        Assert.Equal(
            "main.conf:2:10: found the text \"fast\" at ppo.rate; wanted a number. Correct the value.",
            Texts.Failure(Texts.Resolved("# PPO\nppo.rate=fast").Number("ppo.rate")).ToString()
        );

    [Fact]
    public void A_missing_key_is_an_error_that_names_the_nearest_one() =>
        Assert.Equal(
            "main.conf:1:1: found no key clipp in ppo; wanted a value for it. "
                + "Set it in the file or by an override. There is a key clip; was it meant?",
            Texts.Failure(Texts.Resolved("ppo.clip=1").Number("ppo.clipp")).ToString()
        );

    [Fact]
    public void A_path_through_something_that_is_no_object_is_an_error() =>
        Assert.Equal(
            "main.conf:1:5: found the number 1 at ppo; wanted an object with the key clip. "
                + "Correct the value, or the path to it.",
            Texts.Failure(Texts.Resolved("ppo=1").Number("ppo.clip")).ToString()
        );
}
