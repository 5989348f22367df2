using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class TypeNamesTests
{
    [Fact]
    public void Every_type_is_called_for_what_it_is() => Findings.None(SourceTree.Files.SelectMany(TypeNames.Find));

    [Theory]
    [InlineData("class RunManager;")]
    [InlineData("class A { record struct StepInfo; }")]
    public void An_empty_name_is_found(string text) =>
        Findings.One(TypeNames.Find(SourceFile.Parse("src/A.cs", text)), 1, "does not end in");

    [Fact]
    public void A_plain_name_passes() =>
        Findings.None(TypeNames.Find(SourceFile.Parse("src/A.cs", "record Dataset; enum Baseline;")));
}
