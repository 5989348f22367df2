namespace ActorIL.Hocon.Tests;

public class SelfReferenceTests
{
    [Theory]
    [InlineData("a=1, a=${a}", "1")]
    [InlineData("a={b=5}, a=${a}", "{\"b\":5}")]
    [InlineData("a=1, a=${a}foo", "\"1foo\"")]
    [InlineData("a=1, a=${a}, a=2", "2")]
    [InlineData("a={b=5}, a=${a}, a={c=6}", "{\"b\":5,\"c\":6}")]
    [InlineData("a=1, a=${?a}, a=2", "2")]
    [InlineData("a=${a}, a=1, a=2", "2")]
    [InlineData("a=${?a}, a=1, a=2", "2")]
    [InlineData("a=1, a=2, a=${a}", "2")]
    [InlineData("a=1, a=2, a=${?a}", "2")]
    [InlineData("a=1,a=${a},a=${a},a=${a}", "1")]
    [InlineData("a=1,a=${a}x,a=${a}y,a=${a}z", "\"1xyz\"")]
    [InlineData("a=${?a}foo", "\"foo\"")]
    [InlineData("a=${?a}foo${?a}", "\"foo\"")]
    [InlineData("a=1,a=${?a}foo${?a}", "\"1foo1\"")]
    [InlineData("a=${?b}foo,b=${?a}", "\"foo\"")]
    [InlineData("a=[1, 2], a=${a} [3,4], a=${a} [5,6]", "[1,2,3,4,5,6]")]
    [InlineData("a={a : 0}, a=${a} {b : 1}, a=${a} {c : 2}", "{\"a\":0,\"b\":1,\"c\":2}")]
    [InlineData("a={b : 3}, a={b : 2} ${a}", "{\"b\":3}")]
    [InlineData("a=\"x:y\"\na=${a}\":z\"", "\"x:y:z\"")]
    public void A_field_that_refers_to_itself_sees_what_it_was_before(string text, string json) =>
        Assert.Equal(json, At(text, "a"));

    [Theory]
    [InlineData("a.b=1, a.b=${a.b}", "{\"b\":1}")]
    [InlineData("a.b.c=1, a.b.c=${a.b.c}", "{\"b\":{\"c\":1}}")]
    [InlineData("a.b={c=5}, a.b=${a.b}", "{\"b\":{\"c\":5}}")]
    [InlineData("a={b={c=5}}, a=${a.b}, a={b=2}", "{\"b\":2,\"c\":5}")]
    [InlineData("a : { a : { c : 1 } }, a : ${a.a}, a : { a : 2 }", "{\"a\":2,\"c\":1}")]
    public void A_self_reference_looks_back_along_a_path_too(string text, string json) =>
        Assert.Equal(json, At(text, "a"));

    [Theory]
    [InlineData("a=1, b=${a}, a=${b}", "a", "1")]
    [InlineData("a=1, b=${c}, c=${a}, a=${b}", "a", "1")]
    [InlineData("a=1, b=${a}foo, a=${b}", "a", "\"1foo\"")]
    [InlineData("a=1, b=${a}foo, a=${b}", "b", "\"1foo\"")]
    [InlineData("b=${a}foo, a=1, a=${b}", "a", "\"1foo\"")]
    [InlineData("b=${a}foo, a=1, a=${b}", "b", "\"1foo\"")]
    [InlineData("b=${c}, c=${a}, a=1, a=${b}", "b", "1")]
    public void A_cycle_through_other_fields_is_broken_by_the_earlier_value(string text, string path, string json) =>
        Assert.Equal(json, At(text, path));

    [Fact]
    public void Fields_that_refer_to_each_other_with_earlier_values_end_up_equal() =>
        Assert.Equal("{\"a\":1,\"b\":1}", Texts.Json("a : 1, b : 2, a : ${b}, b : ${a}"));

    [Theory]
    [InlineData("a = [], a += 2", "[2]")]
    [InlineData("a += 2", "[2]")]
    [InlineData("a = [1], a += 2", "[1,2]")]
    [InlineData("a += 1, a += 2, a += 3", "[1,2,3]")]
    [InlineData("a += 1\na += [2]\na += {b : 3}", "[1,[2],{\"b\":3}]")]
    [InlineData("a = ${x}, a += ${y}, x = [1], y = 2", "[1,2]")]
    [InlineData("a += x y", "[\"x y\"]")]
    [InlineData("a += 1, a = [2], a += 3", "[2,3]")]
    [InlineData("a += ${?b}", "[]")]
    public void Plus_equals_appends_to_what_was_there(string text, string json) => Assert.Equal(json, At(text, "a"));

    [Theory]
    [InlineData("a.b.c = [1], a.b.c += 2", "a.b.c", "[1,2]")]
    [InlineData("a { b { c = [1] } }, a { b { c += 2 } }", "a.b.c", "[1,2]")]
    [InlineData("a { b { c = [1], c += 2 } }", "a.b.c", "[1,2]")]
    [InlineData("x { a += 1, a += 2 }", "x.a", "[1,2]")]
    [InlineData("x { a += { b : 1 }, a += { b : 2 } }", "x.a", "[{\"b\":1},{\"b\":2}]")]
    [InlineData("d { x = [] }, c : ${d}, c { x += 1, x += 2 }", "c.x", "[1,2]")]
    [InlineData("c { x: [], x : ${c.x}[1], x : ${c.x}[2] }", "c.x", "[1,2]")]
    [InlineData("d { x = [] }, c : ${d}, c { x : ${c.x}[1], x : ${c.x}[2] }", "c.x", "[1,2]")]
    [InlineData("r.d.x=[], q=${r}, q { d.x=[], c=${q.d}, c { x=${q.c.x}[1], x=${q.c.x}[2] } }", "q.c.x", "[1,2]")]
    [InlineData("x = [ { a += 1, a += 2 } ]", "x", "[{\"a\":[1,2]}]")]
    [InlineData("x += { a += 1, a += 2 }", "x", "[{\"a\":[1,2]}]")]
    [InlineData("x = [ ${base} { a += 2 } ], base { a = [1] }", "x", "[{\"a\":[1,2]}]")]
    public void Plus_equals_works_wherever_a_field_does(string text, string path, string json) =>
        Assert.Equal(json, At(text, path));

    [Theory]
    [InlineData("a = 10, a += 2")]
    [InlineData("a = abc, a += 2")]
    [InlineData("a = { x : y }, a += 2")]
    [InlineData("a = null, a += 2")]
    public void Plus_equals_on_anything_but_an_array_is_an_error(string text) =>
        Assert.Contains("concatenated", Texts.Error(text).Found, StringComparison.Ordinal);

    [Fact]
    public void Plus_equals_does_not_look_into_the_environment() =>
        Assert.Equal(
            "[1]",
            Rendering.CanonicalJson.Render(Texts.Value(Texts.ResolvedIn("LIST += 1", ("LIST", "x")).Find("LIST")))
        );

    [Fact]
    public void A_long_run_of_plus_equals_resolves()
    {
        var text = string.Concat(Enumerable.Range(0, 1_000).Select(index => $"a += {index}\n"));

        Assert.Equal(1_000, Texts.Value(Texts.Resolved(text).Items("a")).Length);
    }

    private static string At(string text, string path) =>
        Rendering.CanonicalJson.Render(Texts.Value(Texts.Resolved(text).Find(path)));
}
