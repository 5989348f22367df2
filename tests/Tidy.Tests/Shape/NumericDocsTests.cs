using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

public sealed class NumericDocsTests
{
    private const string Whole = """
        /// <summary>Adds.</summary>
        /// <param name="values">Terms, shape [n].</param>
        /// <param name="start">Where the sum begins.</param>
        /// <exception cref="System.ArgumentException">There is no term.</exception>
        /// <remarks>Source: Euclid, book 7. Exact.</remarks>
        public static float Sum(System.ReadOnlySpan<float> values, float start)
        {
            if (values.IsEmpty) { throw new System.ArgumentException("No term.", nameof(values)); }
            return start;
        }
        """;

    [Fact]
    public void Every_public_numeric_function_states_what_its_types_cannot() =>
        Findings.None(ProductCompilation.Pure.SelectMany(NumericDocs.Find));

    [Theory]
    [InlineData("ActorIL.Core/Mathematics/")]
    [InlineData("ActorIL.Numerics/")]
    [InlineData("ActorIL.Algorithms/Example/")]
    public void A_function_that_says_it_all_passes(string folder) => Findings.None(Find(folder, Whole));

    [Theory]
    [InlineData("ActorIL.Numerics/", "<summary>Adds.</summary>", "has no summary")]
    [InlineData("ActorIL.Numerics/", ", shape [n]", "states no shape of values")]
    [InlineData(
        "ActorIL.Numerics/",
        "/// <exception cref=\"System.ArgumentException\">There is no term.</exception>",
        "throws without saying so"
    )]
    [InlineData("ActorIL.Core/Mathematics/", " Exact.", "states no error")]
    [InlineData("ActorIL.Algorithms/Example/", "Source: ", "names no source")]
    public void What_is_left_unsaid_is_found(string folder, string unsaid, string words) =>
        Assert.Contains(words, Assert.Single(Find(folder, Unsay(unsaid))).Found, StringComparison.Ordinal);

    [Fact]
    public void A_length_is_the_shape_of_scratch_memory() =>
        Findings.None(Find("ActorIL.Numerics/", Unsay(", shape [n]", ", at least 2n floats")));

    [Fact]
    public void A_throw_in_a_private_guard_is_a_throw() =>
        Assert.Contains(
            "throws without saying so",
            Assert
                .Single(
                    Find(
                        "ActorIL.Numerics/",
                        """
                        /// <summary>Halves.</summary>
                        public static float Half(float value) { Require(value); return value / 2; }
                        private static void Require(float value) =>
                            System.ArgumentOutOfRangeException.ThrowIfNegative(value);
                        """
                    )
                )
                .Found,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("ActorIL.Environments/", "public static float Half(float value) => value / 2;")]
    [InlineData("ActorIL.Numerics/", "internal static float Half(float value) => value / 2;")]
    [InlineData("ActorIL.Numerics/", "public static int Half(int value) => value / 2;")]
    [InlineData("ActorIL.Numerics/", "/// <inheritdoc/>\npublic static float Half(float value) => value / 2;")]
    public void Other_functions_are_left_alone(string folder, string member) => Findings.None(Find(folder, member));

    private static string Unsay(string words, string instead = "")
    {
        Assert.Contains(words, Whole, StringComparison.Ordinal);
        return Whole.Replace(words, words[0] == '/' ? "///" : instead, StringComparison.Ordinal);
    }

    private static IEnumerable<Finding> Find(string folder, string member)
    {
        var text = $"public static class ExampleLoss\n{{\n{member}\n}}\n";
        var file = SourceFile.Parse($"src/Pure/{folder}ExampleLoss.cs", text);
        return NumericDocs.Find(ProductCompilation.Of(file));
    }
}
