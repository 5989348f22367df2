using System.Collections.Immutable;

namespace ActorIL.Experiments.Tests;

public class OverrideTests
{
    [Theory]
    [InlineData("actoril.seed=9")]
    [InlineData("seed=9")]
    [InlineData("  seed = 9")]
    [InlineData("seed: 9")]
    [InlineData("actoril { seed = 9 }")]
    public void An_override_goes_on_top_of_the_file(string typed) =>
        Assert.Equal(9UL, Configurations.Good("actoril.seed = 2", typed).Plan.Seed);

    [Fact]
    public void The_last_override_wins() => Assert.Equal(5UL, Configurations.Good("", "seed=4", "seed=5").Plan.Seed);

    [Fact]
    public void A_list_can_be_extended() =>
        Assert.Equal(
            [1, 2, 5, 10, 25, 50, 60],
            Configurations.Good("", "demonstration.counts += 60").Plan.Demonstration.Counts
        );

    [Fact]
    public void A_key_of_the_file_can_be_overridden_for_its_substitutions() =>
        Assert.Equal(8UL, Configurations.Good("mine = 7\nactoril.seed = ${mine}", "mine=8").Plan.Seed);

    [Fact]
    public void A_key_that_a_substitution_lacks_can_be_given() =>
        Assert.Equal(8UL, Configurations.Good("actoril.seed = ${mine}", "mine=8").Plan.Seed);

    [Fact]
    public void The_origin_of_an_override_is_what_was_typed()
    {
        var text = Configurations.Good("", "seed=9").Configuration.Text;
        Assert.Contains("seed = 9 # --set seed=9\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_taken_as_it_is()
    {
        const string Folder = """C:\runs\"a" ${b} #c""";
        var layers = new ConfigurationLayers(
            File: null,
            [ConfigurationOverride.OfText("run.out", Folder, "--out")],
            _ => throw new InvalidOperationException(),
            _ => null
        );
        var run = RunConfiguration.Bind(layers, Configurations.Catalog);
        Assert.Equal(Folder, run.Match(bound => bound.Settings.Out, _ => ""));
    }
}
