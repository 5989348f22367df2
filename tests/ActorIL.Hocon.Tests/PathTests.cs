namespace ActorIL.Hocon.Tests;

public class PathTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b", "a|b")]
    [InlineData("\"a.b\"", "a.b")]
    [InlineData("\"a.\"", "a.")]
    [InlineData("\".b\"", ".b")]
    [InlineData("true", "true")]
    [InlineData(" a ", "a")]
    [InlineData(" a .b", "a |b")]
    [InlineData(" a . b", "a | b")]
    [InlineData(" a  b", "a  b")]
    [InlineData("a.\"b.c\".d", "a|b.c|d")]
    [InlineData("3.14", "3|14")]
    [InlineData("3.14.159", "3|14|159")]
    [InlineData("a3.14", "a3|14")]
    [InlineData("\"\"", "")]
    [InlineData("a.\"\".b", "a||b")]
    [InlineData("a.\"\"", "a|")]
    [InlineData("\"\".b", "|b")]
    [InlineData(" \"\".\"\".\"\" ", "||")]
    [InlineData("a-c", "a-c")]
    [InlineData("a_c", "a_c")]
    [InlineData("\"-\"", "-")]
    [InlineData("-", "-")]
    [InlineData("-foo", "-foo")]
    [InlineData("-10", "-10")]
    [InlineData("foo10.0", "foo10|0")]
    [InlineData("10.0foo", "10|0foo")]
    [InlineData("foo\"10.0\"", "foo10.0")]
    [InlineData("10.0", "10|0")]
    [InlineData("1.2.3.4", "1|2|3|4")]
    [InlineData("1e5.0", "1e5|0")]
    [InlineData("1.0e-3", "1|0e-3")]
    [InlineData("foo  \"bar\"  baz", "foo  bar  baz")]
    [InlineData("\"foo\"\"bar\"", "foobar")]
    public void Path_expressions_split_at_unquoted_dots(string text, string elements)
    {
        Assert.Equal(elements, string.Join('|', Texts.Value(HoconPath.Parse(text)).Elements));

        var asKey = Texts.Resolved($"{text} = 1").Leaves();
        Assert.Equal(elements, string.Join('|', Assert.Single(asKey).Path.Elements));

        var asSubstitution = Texts.Resolved($"{text} = 1, other = ${{{text}}}");
        Assert.Equal(1, Texts.Value(asSubstitution.Integer("other")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("  \n   \n  ")]
    [InlineData("a.")]
    [InlineData(".b")]
    [InlineData("a..b")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a${b}c")]
    [InlineData("\"\".")]
    [InlineData(".\"\"")]
    [InlineData("a:b")]
    [InlineData("[a]")]
    [InlineData("a\nb")]
    [InlineData("a }")]
    public void Malformed_path_expressions_are_errors(string text)
    {
        Texts.Failure(HoconPath.Parse(text));
        Texts.Error($"{text} = 1 }}");
        Texts.Error($"x = ${{{text}}} }}");
    }

    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("foo|bar", "foo.bar")]
    [InlineData("foo|bar*", "foo.\"bar*\"")]
    [InlineData("foo.bar", "\"foo.bar\"")]
    [InlineData("foo-bar|foo_bar", "foo-bar.foo_bar")]
    [InlineData("10foo", "10foo")]
    [InlineData("|", "\"\".\"\"")]
    [InlineData(" foo ", "\" foo \"")]
    [InlineData("1|2", "1.2")]
    [InlineData("include", "\"include\"")]
    public void Paths_render_to_expressions_that_read_back(string elements, string rendered)
    {
        var path = new HoconPath([.. elements.Split('|')]);

        Assert.Equal(rendered, path.ToString());
        Assert.Equal(path, Texts.Value(HoconPath.Parse(rendered)));
    }

    [Theory]
    [InlineData("foo.bar : 42", "{\"foo\":{\"bar\":42}}")]
    [InlineData("foo.bar.baz : 42", "{\"foo\":{\"bar\":{\"baz\":42}}}")]
    [InlineData("a.x : 42, a.y : 43", "{\"a\":{\"x\":42,\"y\":43}}")]
    [InlineData("a b c : 42", "{\"a b c\":42}")]
    [InlineData("true : 42", "{\"true\":42}")]
    [InlineData("3 : 42", "{\"3\":42}")]
    [InlineData("3.14 : 42", "{\"3\":{\"14\":42}}")]
    [InlineData("1.10 : 42", "{\"1\":{\"10\":42}}")]
    [InlineData("/a/b/c=42", "{\"/a/b/c\":42}")]
    [InlineData("0.1.2.3.ABC=x", "{\"0\":{\"1\":{\"2\":{\"3\":{\"ABC\":\"x\"}}}}}")]
    [InlineData("\"include\" : 42", "{\"include\":42}")]
    [InlineData("foo include : 42", "{\"foo include\":42}")]
    [InlineData("include.foo : 42", "{\"include\":{\"foo\":42}}")]
    public void Paths_as_keys_make_nested_objects(string text, string json) => Assert.Equal(json, Texts.Json(text));
}
