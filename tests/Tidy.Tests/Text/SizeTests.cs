using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class SizeTests
{
    [Fact]
    public void No_file_function_or_line_exceeds_its_cap_but_for_the_ratchet()
    {
        var excesses = SourceTree.Files.SelectMany(Size.Find).ToList();
        Findings.None(Ratchet.Find(excesses, Ratchet.Parse(SourceTree.Read(Ratchet.Path))));
    }

    [Fact]
    public void The_sizes_of_the_product_are_shown_beside_their_aims()
    {
        var files = SourceTree.ProductFiles.ToList();
        var lengths = files.Select(Size.FileLineCount).ToList();
        var functions = files.SelectMany(Size.Functions).Select(function => function.LineCount).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{files.Count} files, lines: {Describe(lengths)} (aim 90, 220, 400)\n"
                + Invariant($"{functions.Count} functions, lines: {Describe(functions)} (aim 8, 25, 70)")
        );
        Assert.NotEmpty(files);

        static string Describe(List<int> sizes)
        {
            var (median, p90) = (Size.Percentile(sizes, 0.5), Size.Percentile(sizes, 0.9));
            return Invariant($"median {median}, p90 {p90}, max {Size.Percentile(sizes, 1)}");
        }
    }

    [Fact]
    public void Each_kind_of_excess_is_found()
    {
        var body = string.Concat(Enumerable.Repeat("        n++;\n", Size.FunctionLineCountMax - 2));
        var wide = "// " + new string('x', Size.LineWidthMax - 2);
        const string Start = "class A\n{\n    /// <summary>Long.</summary>\n    [Fact]\n    void F()\n    {\n";
        var text = $"{Start}{body}    }}\n}}\n{wide}\n";
        var filler = string.Concat(Enumerable.Repeat("// why\n", Size.FileLineCountMax));
        var excesses = Size.Find(SourceFile.Parse("src/A.cs", text + filler)).ToList();
        Assert.Equal(
            [
                new("file-lines", "src/A.cs", 1, 477, 400),
                new("function-lines", "src/A.cs", 5, 71, 70),
                new("columns", "src/A.cs", 77, 121, 120),
            ],
            excesses
        );
    }

    [Fact]
    public void Sizes_at_their_caps_pass()
    {
        var body = string.Concat(Enumerable.Repeat("        n++;\n", Size.FunctionLineCountMax - 3));
        var wide = "// " + new string('x', Size.LineWidthMax - 3);
        var text = $"class A\n{{\n    void F()\n    {{\n{body}    }}\n}}\n{wide}\n";
        Assert.Empty(Size.Find(SourceFile.Parse("src/A.cs", text)));
    }

    [Fact]
    public void Local_functions_constructors_and_accessors_are_functions() =>
        Assert.Equal(
            ["A", "get", "Outer", "Inner", "operator"],
            Size.Functions(
                    SourceFile.Parse(
                        "src/A.cs",
                        """
                        class A
                        {
                            A() { }
                            int P { get { return 1; } }
                            void Outer() { void Inner() { } }
                            public static A operator +(A left, A right) => left;
                        }
                        """
                    )
                )
                .Select(function => function.Name)
        );

    [Fact]
    public void Percentiles_of_one_to_ten_are_what_one_expects() =>
        Assert.Equal((6, 10, 10), (Percentile(0.5), Percentile(0.9), Percentile(1)));

    private static int Percentile(double share) => Size.Percentile(Enumerable.Range(1, 10), share);
}
