using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

public sealed class RatchetTests
{
    private static readonly Size.Excess Long = new("file-lines", "src/A.cs", 1, 450, 400);

    [Fact]
    public void An_excess_without_an_entry_is_found() =>
        Findings.One(Ratchet.Find([Long], []), 1, "file-lines 450; wanted: at most 400");

    [Fact]
    public void An_excess_with_its_entry_passes() =>
        Findings.None(Ratchet.Find([Long], Ratchet.Parse("# why\nfile-lines src/A.cs 450\n")));

    [Fact]
    public void An_excess_above_its_entry_is_found() =>
        Findings.One(Ratchet.Find([Long], Ratchet.Parse("file-lines src/A.cs 449")), 1, "at most 449");

    [Fact]
    public void A_limit_above_the_actual_size_must_shrink() =>
        Findings.One(Ratchet.Find([Long], Ratchet.Parse("file-lines src/A.cs 460")), 1, "limit 450, now reached");

    [Fact]
    public void An_entry_nobody_needs_is_found() =>
        Findings.One(Ratchet.Find([], Ratchet.Parse("\ncolumns src/B.cs 130")), 2, "within the cap; wanted: no entry");

    [Theory]
    [InlineData("file-lines src/A.cs")]
    [InlineData("file-lines src/A.cs many")]
    public void A_line_of_another_form_is_refused(string line) =>
        Assert.Throws<FormatException>(() => Ratchet.Parse(line));
}
