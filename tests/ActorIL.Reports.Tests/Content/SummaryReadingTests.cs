using ActorIL.Reports.Content;

namespace ActorIL.Reports.Tests.Content;

public class SummaryReadingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"digest\": 5}")]
    public void What_is_no_summary_is_explained(string text) =>
        Assert.Equal(
            "the summary that a run wrote",
            SummaryReading.Read("summary.json", text).Match(_ => "", error => error.Wanted)
        );
}
