namespace ActorIL.Hocon.Tests;

public class SyntaxTests
{
    [Theory]
    [InlineData("a = 1 # b = 2")]
    [InlineData("a = 1 // b = 2")]
    [InlineData("# x\na = 1\n// y")]
    [InlineData("a = # why\n1")]
    [InlineData("a // why\n= 1")]
    [InlineData("{ a = 1 } # } ")]
    public void Comments_run_to_the_end_of_their_line(string text) => Assert.Equal("{\"a\":1}", Texts.Json(text));

    [Theory]
    [InlineData("a = \"#b\"", "{\"a\":\"#b\"}")]
    [InlineData("a = \"//b\"", "{\"a\":\"//b\"}")]
    [InlineData("a = \"\"\"//b#\"\"\"", "{\"a\":\"//b#\"}")]
    [InlineData("a = b/c", "{\"a\":\"b/c\"}")]
    [InlineData("a = b//c", "{\"a\":\"b\"}")]
    [InlineData("a = b #c\n", "{\"a\":\"b\"}")]
    public void Comment_signs_in_quotes_are_text_and_a_single_slash_is_too(string text, string json) =>
        Assert.Equal(json, Texts.Json(text));

    [Theory]
    [InlineData("a = 1, b = 2")]
    [InlineData("{ a = 1, b = 2 }")]
    [InlineData("\n\n{ a = 1\n b = 2 }\n\n")]
    [InlineData("a : 1\nb : 2\n")]
    public void Root_braces_may_be_left_out_together(string text) =>
        Assert.Equal("{\"a\":1,\"b\":2}", Texts.Json(text));

    [Theory]
    [InlineData("a = 1 }")]
    [InlineData("{ a = 1")]
    [InlineData("{ a = 1 } }")]
    [InlineData("{ a = 1 } b = 2")]
    public void Root_braces_must_balance(string text) => Texts.Error(text);

    [Theory]
    [InlineData("a { b : 1 }")]
    [InlineData("a : { b = 1 }")]
    [InlineData("a = { b : 1 }")]
    [InlineData("a\n{ b : 1 }")]
    [InlineData("a.b = 1")]
    [InlineData("a\n=\n{ b\n:\n1 }")]
    [InlineData("\"a\" { \"b\" : 1 }")]
    public void Colon_and_equals_are_the_same_and_optional_before_a_brace(string text) =>
        Assert.Equal("{\"a\":{\"b\":1}}", Texts.Json(text));

    [Theory]
    [InlineData("[1,2,3,]")]
    [InlineData("[1\n2\n3]")]
    [InlineData("[1,2\n3\n,\n]")]
    [InlineData("[\n1\n,\n2\n\n\n3\n]")]
    [InlineData("[1, # one\n2 # two\n3]")]
    public void Newlines_may_stand_for_commas_and_one_comma_may_trail(string text) =>
        Assert.Equal("[1,2,3]", Texts.Json(text));

    [Theory]
    [InlineData("[1,2,3,,]")]
    [InlineData("[,1,2,3]")]
    [InlineData("[1,,2,3]")]
    [InlineData("[1\n,,2]")]
    [InlineData("{,a=1}")]
    [InlineData("{a=1,,b=2}")]
    [InlineData("{a=1,,}")]
    [InlineData(",a=1")]
    [InlineData("a=1,,b=2")]
    [InlineData("a=1,\n,b=2")]
    public void Two_commas_in_a_row_and_a_leading_comma_are_errors(string text) => Texts.Error(text);

    [Theory]
    [InlineData('\t')]
    [InlineData('\v')]
    [InlineData('\f')]
    [InlineData('\r')]
    [InlineData('\u001c')]
    [InlineData('\u001d')]
    [InlineData('\u001e')]
    [InlineData('\u001f')]
    [InlineData('\u0020')]
    [InlineData('\u00a0')]
    [InlineData('\u1680')]
    [InlineData('\u2000')]
    [InlineData('\u2007')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u202f')]
    [InlineData('\u205f')]
    [InlineData('\u3000')]
    [InlineData('\uFEFF')]
    public void Each_whitespace_character_is_skipped_around_and_kept_between_values(char space)
    {
        var text = "_a_=_b_,c=[_1_]_".Replace('_', space);

        Assert.Equal("{\"a\":\"b\",\"c\":[1]}", Texts.Json(text));
        Assert.Equal($"b{space}c", Texts.Value(Texts.Resolved($"a = b{space}c").Text("a")));
    }

    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u200b')]
    [InlineData('\u180e')]
    [InlineData('\u0007')]
    public void Other_invisible_characters_are_text(char character) =>
        Assert.Equal($"{character}b", Texts.Value(Texts.Resolved($"a = {character}b").Text("a")));

    [Theory]
    [InlineData('\r')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\v')]
    public void Only_the_line_feed_separates_lines(char character)
    {
        Texts.Error($"a = 1{character}b = 2");
        Assert.Equal("{\"a\":1,\"b\":2}", Texts.Json("a = 1\r\nb = 2"));
    }

    [Theory]
    [InlineData("\uFEFFa = b")]
    [InlineData("\uFEFF# comment\na = b")]
    [InlineData("a = \uFEFFb\uFEFF")]
    public void A_byte_order_mark_is_whitespace_outside_of_quotes(string text) =>
        Assert.Equal("{\"a\":\"b\"}", Texts.Json(text));

    [Fact]
    public void A_byte_order_mark_inside_of_quotes_is_kept() =>
        Assert.Equal("\uFEFF\uFEFF", Texts.Value(Texts.Resolved("a = \"\uFEFF\uFEFF\"").Text("a")));

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("# nothing")]
    [InlineData("{}")]
    public void An_empty_document_is_an_empty_object(string text) => Assert.Equal("{}", Texts.Json(text));

    [Theory]
    [InlineData("{ a : y, b : z, c : [ 1, 2, 3 ] }")]
    [InlineData("{\n a : y,\n b : z,\n c : [\n 1,\n 2,\n 3,\n ],\n}\n")]
    [InlineData("{\n a : y\n b : z\n c : [\n 1\n 2\n 3\n ]\n}\n")]
    public void Commas_and_newlines_mix_in_any_way(string text)
    {
        Func<string, string>[] changes =
        [
            same => same,
            same => same.Replace("\n", "\n\n", StringComparison.Ordinal),
            same => same.Replace("\n", " \n ", StringComparison.Ordinal),
            same => same.Replace(",\n", "\n,\n", StringComparison.Ordinal),
            same => same.Replace(",\n", "  \n  \n  ,  \n  \n  ", StringComparison.Ordinal),
            same => same.Trim()[1..^1],
        ];

        Assert.All(
            changes,
            change => Assert.Equal("{\"a\":\"y\",\"b\":\"z\",\"c\":[1,2,3]}", Texts.Json(change(text)))
        );
    }

    [Theory]
    [InlineData("{ a : 10, a : 11 }", "{\"a\":11}")]
    [InlineData("{ a : { x : 1, y : 2 }, a : { x : 42, z : 100 } }", "{\"a\":{\"x\":42,\"y\":2,\"z\":100}}")]
    [InlineData("a.b.c{x:1, y:2}, a { b.c{x:3, z:4} }", "{\"a\":{\"b\":{\"c\":{\"x\":3,\"y\":2,\"z\":4}}}}")]
    [InlineData("{ a : { b : 1 }, a : null, a : { c : 2 } }", "{\"a\":{\"c\":2}}")]
    [InlineData("{ a : { b : 1 }, a : 42, a : { c : 2 } }", "{\"a\":{\"c\":2}}")]
    [InlineData("{ a : { b : 1 }, a : [], a : { c : 2 } }", "{\"a\":{\"c\":2}}")]
    [InlineData("{ a : { b : 1 }, a : 42 }", "{\"a\":42}")]
    [InlineData("{ a : [1], a : [2] }", "{\"a\":[2]}")]
    [InlineData("a.x = 1, a.y = 2, a { x = 3 }", "{\"a\":{\"x\":3,\"y\":2}}")]
    public void Later_values_win_and_neighbouring_objects_merge(string text, string json) =>
        Assert.Equal(json, Texts.Json(text));

    [Fact]
    public void Keys_keep_the_order_of_their_first_appearance()
    {
        var root = Texts.Value(Texts.Resolved("z { b = 1 }, a = 2, z { a = 3, b = 4 }, m = 5").Object("z"));
        var leaves = Texts.Resolved("z { b = 1 }, a = 2, z { a = 3, b = 4 }, m = 5").Leaves();

        Assert.Equal(["b", "a"], root.Fields.Select(field => field.Key));
        Assert.Equal(["z.b", "z.a", "a", "m"], leaves.Select(leaf => leaf.Path.ToString()));
    }
}
