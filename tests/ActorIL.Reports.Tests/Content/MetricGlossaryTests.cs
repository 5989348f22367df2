using ActorIL.Reports.Content;

namespace ActorIL.Reports.Tests.Content;

public class MetricGlossaryTests
{
    [Fact]
    public void Every_metric_is_explained_once() =>
        Assert.Equal(
            MetricGlossary.All.Length,
            MetricGlossary.All.Select(meaning => meaning.Name).Distinct(StringComparer.Ordinal).Count()
        );

    [Fact]
    public void The_documentation_says_the_same()
    {
        var text = File.ReadAllText(
            Path.Combine(RepositoryRoot.Folder, "src", "Shell", "ActorIL.Reports", "README.md")
        );
        foreach (var meaning in MetricGlossary.All)
        {
            Assert.Contains(
                $"| `{meaning.Name}` | {meaning.Unit} | {meaning.Explanation} |",
                text,
                StringComparison.Ordinal
            );
        }
    }
}
