using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Hocon;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Tests;

public class VariantTests
{
    private const string Arms = """
        actoril {
          seed = 3
          ppo { steps = 1000, epochs = 7 }
          variants {
            plain {}
            long { ppo.steps = 2000 }
            longest = ${actoril.variants.long} { ppo.epochs = 9 }
          }
        }
        """;

    [Theory]
    [InlineData(null, 1000, 7)]
    [InlineData("plain", 1000, 7)]
    [InlineData("long", 2000, 7)]
    [InlineData("longest", 2000, 9)]
    public void A_variant_sets_what_it_names_and_leaves_the_rest(string? variant, long steps, int epochs)
    {
        var ppo = Ppo(Good(Arms, variant));
        Assert.Equal((steps, epochs), (ppo.StepCount, ppo.EpochCount));
    }

    [Fact]
    public void What_was_typed_goes_on_top_of_a_variant() =>
        Assert.Equal(500, Ppo(Good(Arms, "long", "ppo.steps=500")).StepCount);

    [Fact]
    public void A_variant_is_the_same_run_as_its_settings_typed() =>
        Assert.Equal(
            Configurations.Good("actoril { seed = 3, ppo { steps = 2000, epochs = 7 } }").Configuration.SemanticHash,
            Good(Arms, "long").Configuration.SemanticHash
        );

    [Fact]
    public void Variants_are_listed_in_the_order_of_the_file() =>
        Assert.Equal(
            ["plain", "long", "longest"],
            RunConfiguration.VariantNames(Layers(Arms, variant: null)).Match(names => names, _ => [])
        );

    [Theory]
    [InlineData("no-such-variant", Arms, "lng")]
    [InlineData("file-without-variants", "actoril.seed = 2", "long")]
    [InlineData("unknown-key-in-a-variant", "actoril.variants.odd { ppo.stepz = 1 }", "odd")]
    [InlineData("bad-name", "actoril.variants { \"a/b\" { seed = 1 } }", null)]
    [InlineData("variant-is-no-section", "actoril.variants { a = 1 }", null)]
    [InlineData("variants-are-no-section", "actoril.variants = 1", null)]
    public void A_mistake_in_variants_is_explained(string name, string text, string? variant)
    {
        var errors = RunConfiguration
            .Bind(Layers(text, variant), Configurations.Catalog)
            .Match(_ => [], errors => errors);
        Assert.NotEmpty(errors);
        Snapshot.Matches(string.Join('\n', errors), name);
    }

    private static BoundRun Good(string text, string? variant, params ImmutableArray<string> typed) =>
        RunConfiguration
            .Bind(Layers(text, variant, typed), Configurations.Catalog)
            .MapError(errors => string.Join('\n', errors))
            .Require();

    private static Algorithms.Ppo.PpoConfig Ppo(BoundRun run) => run.Plan.Expert.Training!.Ppo;

    private static ConfigurationLayers Layers(string text, string? variant, params ImmutableArray<string> typed) =>
        new(
            Configurations.File,
            [.. typed.Select(text => new ConfigurationOverride(text, $"--set {text}"))],
            _ => new IncludeOutcome.Found(text),
            _ => null
        )
        {
            Variant = variant,
        };
}
