using ActorIL.Testing;

namespace Tidy.Tests.Testing;

public sealed class LineDifferenceTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Empty(LineDifference.Describe("a\nb", "a\nb"));

    [Fact]
    public void Only_changed_lines_and_their_context_are_shown()
    {
        var wanted = string.Join('\n', Enumerable.Range(1, 20).Select(n => $"line {n}"));
        var found = wanted.Replace("line 10", "line ten", StringComparison.Ordinal) + "\nline 21";
        Snapshot.Matches(LineDifference.Describe(wanted, found));
    }

    [Fact]
    public void A_line_moved_within_common_lines_is_one_removal_and_one_addition()
    {
        var difference = LineDifference.Describe("x\na\nb\nc", "a\nb\nc\nx");
        Assert.Equal("    1 - x\n    2   a\n    3   b\n    4   c\n    4 + x", difference);
    }

    [Fact]
    public void Long_differences_are_cut_and_counted()
    {
        var difference = LineDifference.Describe(string.Empty, string.Join('\n', Enumerable.Repeat("y", 100)), 10);
        Assert.EndsWith("... 90 more lines", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_too_large_to_compare_are_shown_as_replaced()
    {
        var wanted = string.Join('\n', Enumerable.Range(0, 3000).Select(n => $"a{n}"));
        var found = string.Join('\n', Enumerable.Range(0, 3000).Select(n => $"b{n}"));
        var difference = LineDifference.Describe(wanted, found);
        Assert.StartsWith("    1 - a0\n    2 - a1\n", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Applying_the_difference_gives_the_found_text() =>
        Law.Holds(
            Any.Integer(0, 8),
            Any.Seed,
            (lineCount, seed) =>
            {
                var wanted = Lines(seed, lineCount);
                var found = Lines(seed >> 32, 8 - lineCount);
                var shown = LineDifference
                    .Describe(string.Join('\n', wanted), string.Join('\n', found))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var kept = shown.Where(line => line[6] != '-').Select(line => line[8..]);
                Assert.True(wanted.SequenceEqual(found) ? shown.Length == 0 : found.SequenceEqual(kept));
            }
        );

    private static string[] Lines(ulong seed, int lineCount) =>
        [.. Enumerable.Range(0, Math.Max(1, lineCount)).Select(i => ((seed >> i) & 1) == 0 ? "even" : "odd")];
}
