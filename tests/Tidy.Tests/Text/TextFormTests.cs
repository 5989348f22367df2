using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class TextFormTests
{
    [Fact]
    public void Every_source_file_has_the_one_form_of_text() =>
        Findings.None(
            from path in SourceTree.Paths
            where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".conf", StringComparison.Ordinal)
            from finding in TextForm.Find(path, ReadWithMark(path))
            select finding
        );

    [Theory]
    [InlineData("\uFEFFa\n", 1, "byte-order mark")]
    [InlineData("a\nb\r\n", 2, "CR")]
    [InlineData("a\nb", 2, "the end of the file")]
    [InlineData("a\n\n", 3, "the end of the file")]
    [InlineData("a\n\tb\n", 2, "tab")]
    [InlineData("a \nb\n", 1, "trailing space")]
    public void Another_form_is_found(string text, int lineNumber, string words) =>
        Findings.One(TextForm.Find("src/A.cs", text), lineNumber, words);

    [Fact]
    public void The_one_form_passes() => Findings.None(TextForm.Find("src/A.cs", "a\n\n  b\n"));

    /// <summary>Decoded without the guess that swallows a byte-order mark.</summary>
    private static string ReadWithMark(string path) =>
        System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(RepositoryRoot.Combine(path)));
}
