using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Tests;

public class EnvironmentTests
{
    [Fact]
    public void An_undefined_substitution_falls_back_to_the_environment_as_a_text()
    {
        var config = Texts.ResolvedIn("a = ${PORT}, b = ${?PORT}0, c = ${?NO}", ("PORT", "80"));

        Assert.Equal("{\"a\":\"80\",\"b\":\"800\"}", CanonicalJson.Render(config.Root));
        Assert.Equal(80, Texts.Value(config.Integer("a")));
    }

    [Theory]
    [InlineData("HOME = null, a = ${HOME}", "null")]
    [InlineData("HOME = 1, a = ${HOME}", "1")]
    [InlineData("a = ${home}, home = x", "\"x\"")]
    public void A_value_in_the_configuration_wins_and_null_blocks_the_environment(string text, string json) =>
        Assert.Equal(
            json,
            CanonicalJson.Render(Texts.Value(Texts.ResolvedIn(text, ("HOME", "h"), ("home", "h")).Find("a")))
        );

    [Fact]
    public void An_empty_variable_is_kept() =>
        Assert.Equal(
            "{\"a\":\"\",\"b\":\"x\"}",
            CanonicalJson.Render(Texts.ResolvedIn("a = ${E}, b = x${E}", ("E", "")).Root)
        );

    [Fact]
    public void Names_keep_their_case_and_their_dots() =>
        Assert.Equal(
            "{\"b\":1}",
            CanonicalJson
                .Render(Texts.ResolvedIn("a = ${?Path}, b = ${?x.y.\"z\"}", ("PATH", "1"), ("x.y.z", "1")).Root)
                .Replace("\"1\"", "1", StringComparison.Ordinal)
        );

    [Fact]
    public void A_self_reference_with_nothing_before_it_reads_the_environment() =>
        Assert.Equal(
            "/bin:/more",
            Texts.Value(Texts.ResolvedIn("PATH = ${PATH}\":/more\"", ("PATH", "/bin")).Text("PATH"))
        );

    [Fact]
    public void Only_the_names_that_were_used_are_recorded()
    {
        var config = Texts.ResolvedIn(
            "b = ${B}, a = ${?A}, no = ${?NO}, h = ${HIDDEN}, h = 1, d = ${D}, D = 2",
            ("A", "1"),
            ("B", "1"),
            ("HIDDEN", "1"),
            ("D", "1")
        );

        Assert.Equal(["A", "B"], config.EnvironmentNames);
    }

    [Fact]
    public void Values_made_from_the_environment_can_be_hidden()
    {
        var config = Texts.ResolvedIn("a = ${TOKEN}, b = [user ${TOKEN}], c = plain", ("TOKEN", "secret"));

        var rendered = ReadableHocon.Render(config.Root, new RenderOptions(HidesEnvironment: true));

        Assert.Equal("a = \"<environment TOKEN>\"\nb = [\"<environment TOKEN>\"]\nc = \"plain\"\n", rendered);
    }

    [Fact]
    public void Errors_about_environment_values_name_the_variable_but_not_its_value()
    {
        var error = Texts.Failure(Texts.ResolvedIn("a = ${TOKEN}", ("TOKEN", "secret")).Integer("a"));

        Assert.Equal("environment variable TOKEN", error.Origin.ToString());
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}
