namespace ActorIL.Hocon.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData("}", "1:1")]
    [InlineData("\n}", "2:1")]
    [InlineData("\n\n}\n", "3:1")]
    [InlineData("foo", "1:4")]
    [InlineData("\n\nfoo", "3:4")]
    [InlineData("\n\"foo\"", "2:6")]
    [InlineData("a = = 1", "1:5")]
    [InlineData("a = 1\r\nb = }", "2:5")]
    [InlineData("a : \"\"\"foo\nbar\nbaz\"\"\"}", "3:7")]
    [InlineData("a : \"\"\"foo\nbar\nbaz\n\"\"\"\n\n}", "6:1")]
    [InlineData("a : \"\"\"foo\n\n\nbar\n", "5:1")]
    [InlineData("a = \"b\nc\"", "1:7")]
    [InlineData("a = \"b\\q\"", "1:8")]
    [InlineData("a = b\n c = @", "2:6")]
    [InlineData("a = [1\n, 2\n, , 3]", "3:3")]
    [InlineData("a = {\n b = 1\n", "3:1")]
    [InlineData("# x\na = ${b\n}", "2:8")]
    [InlineData("a = ${b.}", "1:9")]
    [InlineData("x = 1\na = ${b}", "2:5")]
    [InlineData("a = 10e+3e", "1:8")]
    public void Syntax_errors_name_line_and_column(string text, string place) =>
        Assert.Equal($"main.conf:{place}", Texts.Error(text).Origin.ToString());

    [Theory]
    [InlineData("a = }", "found '}'; wanted a value. Write a value here, or remove the key or the comma before it.")]
    [InlineData(
        "a b",
        "found the end of the text; wanted '=', ':', '+=' or '{' after the key \"a b\". " + "Give the key a value."
    )]
    [InlineData(
        "a = b$c",
        "found the reserved character '$'; wanted a key, a value or a separator. "
            + "Put the text in double quotes if the character belongs to it."
    )]
    [InlineData(
        "a = \"b",
        "found the end of the text in a quoted text; wanted a closing quote. " + "Close the text with a double quote."
    )]
    [InlineData(
        "a = [1 : 2]",
        "found ':'; wanted ',', a new line or ']'. "
            + "Separate fields and elements by a comma or a new line, and balance braces and brackets."
    )]
    [InlineData(
        "a = abc [1]",
        "found an array concatenated with a simple value; "
            + "wanted texts with texts, arrays with arrays or objects with objects. "
            + "Separate the values by a comma or a new line, or quote what belongs to a text."
    )]
    [InlineData(
        "a = ${b.c}",
        "found ${b.c}, which is not defined; "
            + "wanted a value at b.c, or an environment variable of that name. "
            + "Define it, or write ${?b.c} where it may be missing."
    )]
    [InlineData(
        "a = ${b}, b = ${a}",
        "found a cycle of substitutions, ${b} -> ${a} -> ${b}; "
            + "wanted a value that does not depend on itself. "
            + "Break the cycle; only an earlier value of the same key may be referred to."
    )]
    [InlineData(
        "a..b = 1",
        "found a path that begins or ends with a dot, or has two dots in a row; "
            + "wanted a name between dots. Remove the dot, or write \"\" where the name is really empty."
    )]
    [InlineData(
        "\u0001\u0002 1",
        "found the end of the text; "
            + "wanted '=', ':', '+=' or '{' after the key \"\\u0001\\u0002 1\". Give the key a value."
    )]
    public void Errors_say_what_was_found_what_was_wanted_and_what_to_do(string text, string sentence) =>
        Assert.EndsWith(sentence, Texts.Error(text).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Errors_quote_no_more_than_the_start_of_a_long_text() =>
        Assert.True(Texts.Error("a = [" + new string('x', 10_000) + " : ").ToString().Length < 400);

    [Fact]
    public void A_missing_root_file_and_an_unreadable_one_are_errors()
    {
        Assert.Equal(
            "no.conf: found no such file; wanted a configuration file. Check the name and the folder.",
            Texts.Failure(HoconReader.Load("no.conf", Texts.Files())).ToString()
        );
        Assert.StartsWith(
            "x: found a folder; ",
            Texts.Failure(HoconReader.Load("x", _ => new IncludeOutcome.Unreadable("a folder"))).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x3d, 0xff }, "x:1:3: found byte 0xff at offset 2; ")]
    [InlineData(new byte[] { 0x0a, 0xc3, 0xa9, 0xed, 0xa0, 0x80 }, "x:2:2: found byte 0xed at offset 3; ")]
    [InlineData(new byte[] { 0xe2, 0x82 }, "x:1:1: found byte 0xe2 at offset 0; ")]
    public void Bytes_that_are_not_utf_8_are_errors_with_their_place(byte[] bytes, string message) =>
        Assert.StartsWith(message, Texts.Failure(Utf8Text.Decode(bytes, "x")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Utf_8_decodes_with_its_byte_order_mark()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, .. "é😀"u8];

        Assert.Equal("\uFEFFé😀", Texts.Value(Utf8Text.Decode(bytes, "x")));
    }

    [Fact]
    public void Values_know_where_they_were_written()
    {
        var config = Texts.Resolved("a = 1\nb {\n  c = [\n  x,\n y ]\n}\nd = ${b.c}, e = p ${a}");

        Assert.Equal("main.conf:1:5", Texts.Value(config.Find("a")).Origin.ToString());
        Assert.Equal("main.conf:2:3", Texts.Value(config.Find("b")).Origin.ToString());
        Assert.Equal("main.conf:5:2", Texts.Value(config.Items("d"))[1].Origin.ToString());
        Assert.Equal("main.conf:7:17", Texts.Value(config.Find("e")).Origin.ToString());
    }

    [Fact]
    public void Keys_know_where_they_were_last_written()
    {
        var config = Texts.Resolved("a.b = 1\n a {\n  b = 2 }");

        Assert.Equal("main.conf:3:3", Assert.Single(config.Leaves()).KeyOrigin.ToString());
    }
}
