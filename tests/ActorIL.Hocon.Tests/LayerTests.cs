using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Tests;

public class LayerTests
{
    [Fact]
    public void A_users_file_falls_back_to_the_reference_and_overrides_go_on_top()
    {
        var reference = Texts.Parsed("ppo { rate = 1, clip = 0.2 }, seed = 1");
        var user = Texts.Parsed("ppo.rate = 2");
        var overridden = Override("ppo { rate = 3 }");

        Assert.Equal(
            "{\"ppo\":{\"clip\":0.2,\"rate\":3},\"seed\":1}",
            Json(overridden.WithFallback(user).WithFallback(reference))
        );
        Assert.Equal(
            "{\"ppo\":{\"clip\":0.2,\"rate\":3},\"seed\":1}",
            Json(overridden.WithFallback(user.WithFallback(reference)))
        );
    }

    [Fact]
    public void Substitutions_see_all_layers()
    {
        var reference = Texts.Parsed("out = ${root}/runs, root = here");
        var user = Texts.Parsed("root = there, copy = ${out}");

        Assert.Equal(
            "{\"copy\":\"elsewhere/runs\",\"out\":\"elsewhere/runs\",\"root\":\"elsewhere\"}",
            Json(Override("root = elsewhere").WithFallback(user).WithFallback(reference))
        );
    }

    [Theory]
    [InlineData("a = ${a}x", "a = 1", "{\"a\":\"1x\"}")]
    [InlineData("a += 2", "a = [1]", "{\"a\":[1,2]}")]
    [InlineData("a = ${?no}", "a = 1", "{\"a\":1}")]
    [InlineData("a = null", "a { b = 1 }", "{\"a\":null}")]
    [InlineData("a = 1", "a = ${no}", "{\"a\":1}")]
    [InlineData("a = ${b}", "a { x = 1 }, b { y = 2 }", "{\"a\":{\"x\":1,\"y\":2},\"b\":{\"y\":2}}")]
    public void Layers_behave_as_if_they_stood_in_one_file(string upper, string lower, string json) =>
        Assert.Equal(json, Json(Texts.Parsed(upper).WithFallback(Texts.Parsed(lower))));

    [Fact]
    public void A_value_between_two_objects_keeps_them_apart()
    {
        var (x, value, y) = (Texts.Parsed("a { x = 1 }"), Texts.Parsed("a = 42"), Texts.Parsed("a { y = 2 }"));

        Assert.Equal("{\"a\":{\"x\":1}}", Json(x.WithFallback(value).WithFallback(y)));
        Assert.Equal("{\"a\":{\"x\":1,\"y\":2}}", Json(x.WithFallback(y).WithFallback(value)));
    }

    [Theory]
    [InlineData("a.b=c", "{\"a\":{\"b\":\"c\"}}")]
    [InlineData("a=1, b=2", "{\"a\":1,\"b\":2}")]
    [InlineData("a=[1,2]", "{\"a\":[1,2]}")]
    [InlineData("a.\"b.c\"=1", "{\"a\":{\"b.c\":1}}")]
    [InlineData("a=${?no}", "{}")]
    public void Overrides_are_hocon_themselves(string text, string json) => Assert.Equal(json, Json(Override(text)));

    [Theory]
    [InlineData("a")]
    [InlineData("a=")]
    [InlineData("=1")]
    [InlineData("include \"x\"")]
    public void A_wrong_override_is_an_error_that_quotes_it(string text)
    {
        var error = Texts.Failure(HoconReader.ParseOverride(text, $"--set {text}"));

        Assert.StartsWith($"--set {text}:1:", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_know_the_layer_they_came_from()
    {
        var reference = Texts.Value(HoconReader.Parse("a = 1\nb = 2\nc = 3", "reference.conf", Texts.Files()));
        var config = Texts.Resolved(Override("b = 4").WithFallback(Texts.Parsed("\n c = 5")).WithFallback(reference));

        Assert.Equal(
            ["reference.conf:1:5", "--set b = 4:1:5", "main.conf:2:6"],
            config.Leaves().Select(leaf => leaf.Value.Origin.ToString())
        );
        Assert.Equal(["reference.conf", "main.conf", "--set b = 4"], config.Sources);
    }

    [Fact]
    public void Keys_know_the_layer_that_wrote_them_last()
    {
        var config = Texts.Resolved(Texts.Parsed("\n a { b = 1 }").WithFallback(Texts.Parsed("a.b = 2")));

        Assert.Equal("main.conf:2:6", Assert.Single(config.Leaves()).KeyOrigin.ToString());
    }

    [Fact]
    public void Keys_of_fallbacks_come_first()
    {
        var config = Texts.Resolved(Texts.Parsed("c = 1, a = 1").WithFallback(Texts.Parsed("b = 1, a = 2")));

        Assert.Equal(["b", "a", "c"], config.Leaves().Select(leaf => leaf.Path.ToString()));
    }

    [Fact]
    public void The_empty_document_changes_nothing()
    {
        var empty = HoconDocument.Empty;

        Assert.Equal("{\"a\":1}", Json(empty.WithFallback(Texts.Parsed("a = 1")).WithFallback(empty)));
    }

    private static HoconDocument Override(string text) => Texts.Value(HoconReader.ParseOverride(text, $"--set {text}"));

    private static string Json(HoconDocument document) => CanonicalJson.Render(Texts.Resolved(document).Root);
}
