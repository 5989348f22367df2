using ActorIL.Storage.Files;

namespace ActorIL.Storage.Tests.Files;

public class MetricsReadingTests
{
    [Fact]
    public void What_was_appended_is_read_again()
    {
        using var folder = new TemporaryFolder();
        MetricRow[] rows =
        [
            new("ppo", 512, "entropy", 0.1),
            new("bc-full-5", 0, "loss", double.NaN),
            new("s", 1, "x", -1e-9),
        ];
        using (var file = Outcome.Value(MetricsFile.Create(folder["metrics.csv"])))
        {
            _ = Outcome.Value(file.Append(rows));
        }

        Assert.Equal(rows, Outcome.Value(MetricsReading.Read(folder["metrics.csv"])));
    }

    [Fact]
    public void A_torn_last_line_is_passed_over_and_any_other_is_an_error()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["torn"], "stage,step,name,value\nppo,1,a,2\nppo,2,a");
        Assert.Single(Outcome.Value(MetricsReading.Read(folder["torn"])));
        File.WriteAllText(folder["bad"], "stage,step,name,value\nppo,x,a,2\nppo,2,a,3\n");
        Assert.EndsWith("bad:2", Outcome.Error(MetricsReading.Read(folder["bad"])).Where, StringComparison.Ordinal);
        File.WriteAllText(folder["other"], "something else\n");
        Assert.EndsWith("other:1", Outcome.Error(MetricsReading.Read(folder["other"])).Where, StringComparison.Ordinal);
    }
}
