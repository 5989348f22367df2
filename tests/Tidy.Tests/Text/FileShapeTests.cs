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
    [InlineData("src/Step.cs", "namespace A; public abstract record Step { public sealed record Next : Step; }")]
    [InlineData("src/Step.Match.cs", "namespace A { partial record Step { } }")]
    [InlineData("src/Arm.cs", "public delegate void Arm<T>(T value);")]
    [InlineData("src/Result.cs", "public static class Result { } public abstract record Result<T, E>;")]
    [InlineData("src/Law.cs", "class Law { } file class Runner { }")]
    [InlineData("src/Program.cs", "return 0;")]
    public void One_concept_in_a_file_named_for_it_passes(string path, string text) =>
        Findings.None(FileShape.Find(SourceFile.Parse(path, text)));

    [Fact]
    public void A_second_type_is_found() =>
        Findings.One(FileShape.Find(SourceFile.Parse("src/A.cs", "class A { }\nenum B { }")), 2, "type B");

    [Fact]
    public void A_file_named_for_something_else_is_found() =>
        Findings.One(FileShape.Find(SourceFile.Parse("src/A.cs", "\nrecord struct B;")), 2, "type B in A.cs");

    [Fact]
    public void A_file_without_a_type_is_found() =>
        Findings.One(FileShape.Find(SourceFile.Parse("src/A.cs", "// nothing")), 1, "without a type");
}
