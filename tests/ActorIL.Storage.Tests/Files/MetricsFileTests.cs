using ActorIL.Storage.Files;

namespace ActorIL.Storage.Tests.Files;

public sealed class MetricsFileTests
{
    [Fact]
    public void Rows_are_appended_in_order_below_the_header()
    {
        using var folder = new TemporaryFolder();
        using (var file = Outcome.Value(MetricsFile.Create(folder["metrics.csv"])))
        {
            Outcome.Value(file.Append(new("ppo", 512, "return-mean", 21.75), new("ppo", 512, "loss", 0.1)));
            Outcome.Value(file.Append(new MetricRow("dagger, \"round 2\"", 40, "accuracy", double.NaN)));
            Assert.Equal(folder["metrics.csv"], Outcome.Value(file.Close()));
        }

        Assert.Equal(
            "stage,step,name,value\nppo,512,return-mean,21.75\nppo,512,loss,0.1\n"
            + "\"dagger, \"\"round 2\"\"\",40,accuracy,NaN\n",
            File.ReadAllText(folder["metrics.csv"]));
    }

    [Fact]
    public void A_row_is_on_the_disk_before_the_file_is_closed()
    {
        using var folder = new TemporaryFolder();
        using var file = Outcome.Value(MetricsFile.Create(folder["metrics.csv"]));
        Outcome.Value(file.Append(new MetricRow("ppo", 1, "loss", 0.5)));

        using var seen = new FileStream(folder["metrics.csv"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(seen);
        Assert.Equal("stage,step,name,value\nppo,1,loss,0.5\n", reader.ReadToEnd());
    }

    [Fact]
    public void No_rows_change_nothing()
    {
        using var folder = new TemporaryFolder();
        using (var file = Outcome.Value(MetricsFile.Create(folder["metrics.csv"])))
        {
            Outcome.Value(file.Append());
        }

        Assert.Equal("stage,step,name,value\n", File.ReadAllText(folder["metrics.csv"]));
    }

    [Fact]
    public void An_existing_file_is_an_error_and_stays()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["metrics.csv"], "old");

        Assert.Equal("an existing file", Outcome.Error(MetricsFile.Create(folder["metrics.csv"])).Found);
        Assert.Equal("old", File.ReadAllText(folder["metrics.csv"]));
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "no such folder on the way", Outcome.Error(MetricsFile.Create(folder["missing/metrics.csv"])).Found);
    }

    [Fact]
    public void A_full_disk_is_an_error_and_leaves_whole_rows_only()
    {
        using var disk = TemporaryDisk.OrSkip(sizeBytes: 16 * 1024);
        var row = new MetricRow("ppo", 1, new string('x', 999), 0.5);
        using (var file = Outcome.Value(MetricsFile.Create(disk["metrics.csv"])))
        {
            var fitCount = 0;
            while (file.Append(row).Match(_ => true, error => error.Found != "a full disk"))
            {
                Assert.InRange(++fitCount, 1, 16);
            }

            Assert.Equal("a full disk", Outcome.Error(file.Append(row)).Found);
            Outcome.Value(file.Append(new MetricRow("ppo", 2, "loss", 0.25)));
        }

        var lines = File.ReadAllLines(disk["metrics.csv"]);
        Assert.All(lines[1..^1], line => Assert.EndsWith("x,0.5", line, StringComparison.Ordinal));
        Assert.Equal("ppo,2,loss,0.25", lines[^1]);
    }

    [Fact]
    public void A_disk_too_full_for_the_header_leaves_no_file()
    {
        using var disk = TemporaryDisk.OrSkip(sizeBytes: 16 * 1024);
        File.WriteAllBytes(disk["filler"], new byte[16 * 1024]);

        Assert.Equal("a full disk", Outcome.Error(MetricsFile.Create(disk["metrics.csv"])).Found);
        Assert.Equal(["filler"], disk.Names);
    }
}
