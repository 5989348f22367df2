using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class FileShapeTests
{
    [Fact]
    public void Every_file_holds_one_type_and_is_named_for_it()
    {
        Assert.NotEmpty(SourceTree.Files);
        Findings.None(SourceTree.Files.SelectMany(FileShape.Find));
    }

    [Theory]
    [InlineData("src/Pure/A/Step.cs", "namespace A; public abstract record Step { public sealed record Next : Step; }")]
    [InlineData("tests/A/B/Step.Match.cs", "namespace A.B { partial record Step { } }")]
    [InlineData("src/Pure/A/B/C/Arm.cs", "namespace A.B.C; public delegate void Arm<T>(T value);")]
    [InlineData("tests/A/Result.cs", "namespace A; static class Result { } abstract record Result<T, E>;")]
    [InlineData("tests/A/Law.cs", "namespace A; class Law { } file class Runner { }")]
    [InlineData("src/Shell/A/Program.cs", "return 0;")]
    public void One_concept_in_a_file_named_for_it_passes(string path, string text) =>
        Findings.None(FileShape.Find(SourceFile.Parse(path, text)));

    [Fact]
    public void A_second_type_is_found() => Findings.One(Find("namespace N; class A { }\nenum B { }"), 2, "type B");

    [Fact]
    public void A_file_named_for_something_else_is_found() =>
        Findings.One(Find("namespace N;\nrecord struct B;"), 2, "type B in A.cs");

    [Fact]
    public void A_namespace_that_is_not_the_folder_is_found() =>
        Findings.One(
            FileShape.Find(SourceFile.Parse("src/Pure/N/Spaces/A.cs", "namespace N;\nclass A;")),
            2,
            "N.Spaces"
        );

    [Fact]
    public void A_file_without_a_type_is_found() => Findings.One(Find("// nothing"), 1, "without a type");

    private static IEnumerable<Finding> Find(string text) => FileShape.Find(SourceFile.Parse("tests/N/A.cs", text));
}
