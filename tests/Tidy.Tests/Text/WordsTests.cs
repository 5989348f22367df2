using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class WordsTests
{
    [Fact]
    public void No_file_holds_notes_to_oneself_or_traces_of_its_making()
    {
        var paths = SourceTree.Paths.Where(Words.IsText).ToList();
        Assert.NotEmpty(paths);
        Findings.None(paths.SelectMany(path => Words.Find(path, SourceTree.Read(path))));
    }

    [Theory]
    [InlineData("// TO", "DO: later")]
    [InlineData("// FIX", "ME")]
    [InlineData("See #", "12.")]
    [InlineData("(#", "3)")]
    [InlineData("read /wo", "rk/main/file")]
    [InlineData("\"/tm", "p/x\"")]
    [InlineData("https://api.nu", "get.org/v3")]
    [InlineData("#reg", "ion Public")]
    public void A_banned_word_is_found_on_its_line(string start, string rest) =>
        Findings.One(Words.Find("src/A.cs", $"first\n{start}{rest}\n"), 2, "src/A.cs:2: '");

    [Theory]
    [InlineData("// Today's methods, a hackney carriage, C#12 and F# 8")]
    [InlineData("color: #123456; content: '&#39;'")]
    [InlineData("a path such as runs/tmp/x or https://example.org/home/page or ../work/x")]
    [InlineData("a key such as <c>12.3 a->b#7</c>, or the third, #3")]
    [InlineData("an actor such as /root/learner")]
    [InlineData("[link](README.md#2-layout)")]
    public void Words_that_only_look_alike_pass(string line) => Findings.None(Words.Find("src/A.cs", line));
}
