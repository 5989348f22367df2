using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

public sealed class TopLevelTests
{
    [Fact]
    public void The_top_level_holds_only_what_the_layout_names() =>
        Findings.None(TopLevel.Find(SourceTree.TrackedPaths));

    [Fact]
    public void A_stray_file_or_folder_is_found() =>
        Assert.Equal(
            ["docs", "global.json"],
            TopLevel
                .Find(["docs/a.md", "docs/b.md", "global.json", ".ci/run", "src/README.md", "LICENSE"])
                .Select(finding => finding.Path)
        );
}
