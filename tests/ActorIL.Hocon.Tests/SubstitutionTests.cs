namespace ActorIL.Hocon.Tests;

public class SubstitutionTests
{
    [Theory]
    [InlineData("a = ${b}, b = 42", "{\"a\":42,\"b\":42}")]
    [InlineData("a = ${b.c}, b.c = true", "{\"a\":true,\"b\":{\"c\":true}}")]
    [InlineData("a = ${b}, b = null", "{\"a\":null,\"b\":null}")]
    [InlineData("a = ${b}, b = [1, {c = 2}]", "{\"a\":[1,{\"c\":2}],\"b\":[1,{\"c\":2}]}")]
    [InlineData("a = ${b}, b { c = 1 }", "{\"a\":{\"c\":1},\"b\":{\"c\":1}}")]
    [InlineData("a = ${b}, b = ${c.d.e}, c.d.e = 57", "{\"a\":57,\"b\":57,\"c\":{\"d\":{\"e\":57}}}")]
    [InlineData("a = ${\"b.c\"}, \"b.c\" = 1", "{\"a\":1,\"b.c\":1}")]
    [InlineData("a = ${ b . c }, \"b \".\" c\" = 1", "{\"a\":1,\"b \":{\" c\":1}}")]
    [InlineData("a = [${b}, ${c.d}], b = 1, c.d = 2", "{\"a\":[1,2],\"b\":1,\"c\":{\"d\":2}}")]
    public void A_substitution_is_replaced_by_a_value_of_any_type(string text, string json) =>
        Assert.Equal(json, Texts.Json(text));

    [Theory]
    [InlineData("a=1,b=${a},a=2", "b", "2")]
    [InlineData("b=${a}, a { x = 1 }, a { y = 2 }", "b", "{\"x\":1,\"y\":2}")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }", "bar.baz", "42")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }, bar : { foo : 43 }", "bar.baz", "43")]
    [InlineData("bar : { foo : 43 }, bar : { foo : 42, baz : ${bar.foo} }", "bar.baz", "42")]
    [InlineData("bar : 101, bar : { foo : 42, baz : ${bar.foo} }", "bar.baz", "42")]
    [InlineData("x : 0, bar : [ ${x}, 1 ], bar : { foo : 42, baz : ${bar.foo} }", "bar.baz", "42")]
    [InlineData("bar : { a : ${foo.d}, b : 1 }, bar.b = 3, foo : { c : ${bar.b}, d : 2 }, foo.d = 4", "bar.a", "4")]
    [InlineData("bar : { a : ${foo.d}, b : 1 }, bar.b = 3, foo : { c : ${bar.b}, d : 2 }, foo.d = 4", "foo.c", "3")]
    [InlineData("a={b={c=5}}, a={ x : ${a.b} }, a={b=2}", "a.x", "2")]
    [InlineData("a={ x : 42, y : ${a.x} }", "a.y", "42")]
    [InlineData("a=1, a={ x : 42, y : ${a.x} }", "a.y", "42")]
    public void Substitutions_look_forward_to_the_final_value(string text, string path, string json) =>
        Assert.Equal(json, At(text, path));

    [Theory]
    [InlineData("a = ${nonexistent}")]
    [InlineData("a = [${nonexistent}]")]
    [InlineData("a = x${nonexistent}")]
    [InlineData("a = ${b.c}, b = 1")]
    [InlineData("a = ${b.c}, b = [1]")]
    [InlineData("a = ${b.c}, b { d = 1 }")]
    [InlineData("a = ${nonexistent}, a = { b : 42 }")]
    public void An_undefined_required_substitution_is_an_error_that_names_it(string text)
    {
        var error = Texts.Error(text);

        Assert.Contains("which is not defined", error.Found, StringComparison.Ordinal);
        Assert.Contains("${", error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = ${nonexistent}, a = 42")]
    [InlineData("a = ${a}, a = 42")]
    [InlineData("a = ${b}, b = ${a}, a = 42, b = 1")]
    [InlineData("a = x${nonexistent}, a = 42")]
    public void What_a_simple_value_hides_is_never_evaluated(string text) => Assert.Equal("42", At(text, "a"));

    [Theory]
    [InlineData("a = ${?x}, b = ${?a}, c = [${?x}, ${?y.z}]", "{\"c\":[]}")]
    [InlineData("a = 42, a = ${?x}", "{\"a\":42}")]
    [InlineData("a { b = 42 }, a = ${?x}", "{\"a\":{\"b\":42}}")]
    [InlineData("a = 42, a = ${?x}, x = 43", "{\"a\":43,\"x\":43}")]
    [InlineData("a { b = 42 }, a = ${?x}, x = 43", "{\"a\":43,\"x\":43}")]
    [InlineData("a { b = ${?x} }", "{\"a\":{}}")]
    [InlineData("a = [1, 2, ${?x}], x = 3", "{\"a\":[1,2,3],\"x\":3}")]
    public void An_undefined_optional_substitution_leaves_no_trace(string text, string json) =>
        Assert.Equal(json, Texts.Json(text));

    [Theory]
    [InlineData("a : ${a}", "${a} -> ${a}")]
    [InlineData("a : ${a}, a : { b : 1 }", "${a} -> ${a}")]
    [InlineData("a : ${b}, b : ${a}", "${b} -> ${a} -> ${b}")]
    [InlineData("a:${b},b:${c},c:${d},d:${a}", "${b} -> ${c} -> ${d} -> ${a} -> ${b}")]
    [InlineData("foo : ${bar}, bar : ${a.b.c}, a.b.c : ${foo}", "${bar} -> ${a.b.c} -> ${foo} -> ${bar}")]
    [InlineData("a : { b : ${a} }", "${a} -> ${a}")]
    [InlineData("a : [${a}]", "${a} -> ${a}")]
    [InlineData("a = 1, a = [${a}, 2]", "${a} -> ${a}")]
    [InlineData("a = 1, a = { x : ${a} }", "${a} -> ${a}")]
    [InlineData("foo : ${?bar}, bar : ${foo}", "${?bar} -> ${foo} -> ${?bar}")]
    public void A_cycle_is_an_error_that_shows_the_chain(string text, string chain)
    {
        var error = Texts.Error(text);

        Assert.Contains("cycle", error.Found, StringComparison.Ordinal);
        Assert.Contains(chain, error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = ${?a}", "{}")]
    [InlineData("a = ${?b}, b = ${?c}, c = ${?a}", "{}")]
    [InlineData("a { b = ${?a} }", "{\"a\":{}}")]
    [InlineData("a { b = ${?a} { c = 1 } }", "{\"a\":{\"b\":{\"c\":1}}}")]
    [InlineData("a = [1, ${?a}]", "{\"a\":[1]}")]
    [InlineData("c { y = ${?b}, z = 1 }, b = ${c}", "{\"b\":{\"z\":1},\"c\":{\"z\":1}}")]
    public void A_cycle_of_optional_substitutions_is_undefined(string text, string json) =>
        Assert.Equal(json, Texts.Json(text));

    [Fact]
    public void Looking_through_an_object_does_not_evaluate_its_other_keys() =>
        Assert.Equal(
            "{\"a\":{\"b\":{\"c\":42,\"cycle\":42},\"cycle\":42},\"foo\":42}",
            Texts.Json("foo = ${a.b.c}, a { b { c = 42, cycle = ${foo} }, cycle = ${foo} }")
        );

    [Fact]
    public void References_through_references_resolve() =>
        Assert.Equal(
            "[57,57,37,57,57,57]",
            At(
                """
                foo = ${bar}, bar = ${a.b.c}
                a.b { c = 57, d = ${foo}, e { f = ${foo} } }
                objA = ${a}, objB = ${a.b}, objE = ${a.b.e}, "foo.bar" = 37
                arr = [ ${foo}, ${a.b.c}, ${"foo.bar"}, ${objB.d}, ${objA.b.e.f}, ${objE.f} ]
                ptrToArr = ${arr}, x.y.ptrToPtrToArr = ${ptrToArr}
                """,
                "x.y.ptrToPtrToArr"
            )
        );

    [Theory]
    [InlineData("item1 = ${d}, item1.b = 3, item2.b = ${item1.b}", "item2.b", "3")]
    [InlineData("item1 = ${d}, item1.b = { c : 43 }, item2.b = ${item1.b}", "item2.b", "{\"c\":43}")]
    [InlineData("item1.b = 7, item1 = ${d}, item2.b = ${item1.b}", "item2.b", "2")]
    [InlineData("i = 345, i = ${?no}, i = ${e}, i = {}, i = ${d}, i.z = 1", "i.n.o.p", "15")]
    [InlineData("i=${d}, i.c=${j.d}, i.x=${j.y}, j=${d}, j.d=${i.a}, j.y=5", "i", "{\"a\":1,\"b\":2,\"c\":1,\"x\":5}")]
    [InlineData("i.a = 10, i.b = ${j.d}, j.d = 14, j.f = ${i.b}, j.g = ${j.f}", "j.g", "14")]
    public void Merged_objects_may_come_from_substitutions(string text, string path, string json) =>
        Assert.Equal(json, At(text + ", d { a = 1, b = 2 }, e { m = ${z}, n.o.p = ${z} }, z = 15", path));

    [Fact]
    public void A_value_inside_a_substituted_object_looks_forward_like_any_other() =>
        Assert.Equal("43", At("i.b.c = 100, d { a = ${i.b.c} }, i = ${d}, i.b { c = 43 }", "d.a"));

    [Theory]
    [InlineData("a = ${b}, a { c = ${b.d} }, b { d = 1 }", "a.c", "1")]
    [InlineData("v { n = ${w}{n = 5} }, w = ${v}", "v.n.n", "5")]
    public void Objects_may_refer_to_parts_of_each_other(string text, string path, string json) =>
        Assert.Equal(json, At(text, path));

    private static string At(string text, string path) =>
        Rendering.CanonicalJson.Render(Texts.Value(Texts.Resolved(text).Find(path)));
}
