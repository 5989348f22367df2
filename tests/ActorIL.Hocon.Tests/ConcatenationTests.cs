namespace ActorIL.Hocon.Tests;

public class ConcatenationTests
{
    [Theory]
    [InlineData("a :  true \"xyz\" 123 foo  ", "\"true xyz 123 foo\"")]
    [InlineData("a = foo bar baz", "\"foo bar baz\"")]
    [InlineData("a =  foo\t bar ", "\"foo\\t bar\"")]
    [InlineData("a = null bar 42 \"baz\" true 3.14 hi", "\"null bar 42 baz true 3.14 hi\"")]
    [InlineData("a = 1e5 1.50 -0", "\"1e5 1.50 -0\"")]
    [InlineData("a = \"foo\"\"bar\"", "\"foobar\"")]
    [InlineData("a = \"foo\" \"bar\"", "\"foo bar\"")]
    [InlineData("a = 4\"\"", "\"4\"")]
    [InlineData("a = \"\" \"\"", "\" \"")]
    [InlineData("a = x\"\"\"y\"\"\"", "\"xy\"")]
    [InlineData("a : ${x}foo, x = 1", "\"1foo\"")]
    [InlineData("a : ${x}foo${x}, x = 1", "\"1foo1\"")]
    [InlineData("a = ${x} ${y}, x = abc, y = def", "\"abc def\"")]
    [InlineData("a = <${x}>, x = 3.140", "\"<3.140>\"")]
    [InlineData("a = <${x}>, x = null", "\"<null>\"")]
    [InlineData("a = <${x}>, x = false", "\"<false>\"")]
    public void Simple_values_join_to_a_text_with_the_whitespace_between_them(string text, string json) =>
        Assert.Equal(json, A(text));

    [Theory]
    [InlineData("a = [1,2] [3,4]", "[1,2,3,4]")]
    [InlineData("a = [1,2\n] [3,4]", "[1,2,3,4]")]
    [InlineData("a = [1][2][3]", "[1,2,3]")]
    [InlineData("a = ${x} [3,4] ${y}, x = [1,2], y = [5,6]", "[1,2,3,4,5,6]")]
    [InlineData("a = ${x} ${y}, x = [1], y = [2]", "[1,2]")]
    [InlineData("a = ${x}${y}, x = [1], y = [2]", "[1,2]")]
    [InlineData("a = [[1, 2] [3, 4]]", "[[1,2,3,4]]")]
    [InlineData("a = [[1, 2]\n[3, 4]]", "[[1,2],[3,4]]")]
    [InlineData("a = [ 1 2 3 4 ]", "[\"1 2 3 4\"]")]
    [InlineData("a = [ \"4\" \"5\" ]", "[\"4 5\"]")]
    [InlineData("a = [ foo\nbar\n10 ]", "[\"foo\",\"bar\",10]")]
    [InlineData("a = [${x} ${y}, ${y} ${x}], x = p, y = q", "[\"p q\",\"q p\"]")]
    public void Arrays_join_to_one_array(string text, string json) => Assert.Equal(json, A(text));

    [Theory]
    [InlineData("a = { b : c } { x : y }", "{\"b\":\"c\",\"x\":\"y\"}")]
    [InlineData("a = { b : c\n} { x : y }", "{\"b\":\"c\",\"x\":\"y\"}")]
    [InlineData("a { b : c } { x : y }", "{\"b\":\"c\",\"x\":\"y\"}")]
    [InlineData("a = { b : 1 } { b : 2 } { b : 3 } { b : 4 }", "{\"b\":4}")]
    [InlineData("a = ${x} { b : 1 } ${y}, x { a : 0 }, y { c : 2 }", "{\"a\":0,\"b\":1,\"c\":2}")]
    [InlineData("a = ${x}${y}, x { a : 1 }, y { b : 2 }", "{\"a\":1,\"b\":2}")]
    [InlineData("a = ${x} ${y}, x { a : 1 }, y { b : 2 }", "{\"a\":1,\"b\":2}")]
    [InlineData("a = ${x} { k { q = 2 } }, x { k { p = 1 } }", "{\"k\":{\"p\":1,\"q\":2}}")]
    [InlineData("a = [ { b : c } { x : y } ]", "[{\"b\":\"c\",\"x\":\"y\"}]")]
    [InlineData("a = [ { b : c }\n{ x : y } ]", "[{\"b\":\"c\"},{\"x\":\"y\"}]")]
    public void Objects_merge_with_the_later_one_on_top(string text, string json) => Assert.Equal(json, A(text));

    [Theory]
    [InlineData("a = abc { x : y }")]
    [InlineData("a = null { x : y }")]
    [InlineData("a = { x : y } abc")]
    [InlineData("a = abc [1, 2]")]
    [InlineData("a = [1] abc")]
    [InlineData("a = [1] { x : y }")]
    [InlineData("a = {} [1]")]
    [InlineData("a = abc ${x}, x { y : z }")]
    [InlineData("a = abc ${x}, x : [1,2]")]
    [InlineData("a = [1] ${x}, x = 2")]
    [InlineData("a = ${x}\"  \"${y}, x { a : 1 }, y { b : 2 }")]
    [InlineData("a = ${x}\"  \"${y}, x : [1], y : [2]")]
    [InlineData("a = 1, a = abc { x : y }, a = 2")]
    public void Mixtures_are_errors(string text) =>
        Assert.Contains("concatenated with", Texts.Error(text).Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("a = x\n y")]
    [InlineData("a = ${?x}\n foo, x = 1")]
    [InlineData("a = [1,2]\n[3,4]")]
    [InlineData("a = { b : c }\n{ x : y }")]
    [InlineData("{ a : y b : z }")]
    [InlineData("{ \"a\" : \"y\" \"b\" : \"z\" }")]
    public void Concatenation_never_spans_a_line(string text) => Texts.Error(text);

    [Theory]
    [InlineData("a = [1] { \"0\" : 2, \"1\" : 3 }", "[1,2,3]")]
    [InlineData("a = { \"1\" : y, \"0\" : x } [z]", "[\"x\",\"y\",\"z\"]")]
    [InlineData("a = ${x} [z], x { \"10\" : q, \"2\" : p, other : r }", "[\"p\",\"q\",\"z\"]")]
    [InlineData("a { \"0\" : 1 }, a += 2", "[1,2]")]
    public void Objects_with_numeric_keys_become_arrays_where_an_array_is_joined(string text, string json) =>
        Assert.Equal(json, A(text));

    [Theory]
    [InlineData("a = foo${?x}", "\"foo\"")]
    [InlineData("a = foo ${?x}", "\"foo \"")]
    [InlineData("a = ${?x}5", "\"5\"")]
    [InlineData("a = [1] ${?x}", "[1]")]
    [InlineData("a = { b : 1 } ${?x}", "{\"b\":1}")]
    [InlineData("a = \"\"${?x}${?y}", "\"\"")]
    [InlineData("a = ${?x} ${?y}", "\" \"")]
    [InlineData("a = [${?x}, 1, ${?y}]", "[1]")]
    public void Undefined_optional_parts_are_empty(string text, string json) => Assert.Equal(json, A(text));

    [Theory]
    [InlineData("a = ${?x}")]
    [InlineData("a = ${?x}${?y}")]
    [InlineData("a = ${?x}${?y}${?z}${?w}")]
    public void A_field_of_nothing_but_undefined_parts_does_not_exist(string text) =>
        Assert.Equal("{}", Texts.Json(text));

    [Fact]
    public void Keys_are_concatenations_too() =>
        Assert.Equal("{\"123 foo\":1,\"a b\":2,\"true\":3}", Texts.Json("123 foo : 1, a b : 2, true : 3"));

    private static string A(string text) => Rendering.CanonicalJson.Render(Texts.Value(Texts.Resolved(text).Find("a")));
}
