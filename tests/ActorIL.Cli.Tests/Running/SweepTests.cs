using System.Text.Json;
using ActorIL.Cli.Sweeps;
using ActorIL.Cli.Tests.Reporting;

namespace ActorIL.Cli.Tests.Running;

public sealed class SweepTests : IDisposable
{
    private const string Students = """
        actoril {
          environment.name = "CartPole-v1", expert.kind = scripted
          demonstration.counts = [], dagger.label-counts = []
          student { rounds = 2, first-episodes = 1, episodes-per-round = 1 }
          student { updates-per-round = 20, network.hidden = [8] }
          students { mine { view.components = [0, 2] }, theirs { algorithm = bc } }
          evaluation { episodes = 20, shards = 2 }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_seed_is_a_run_and_the_table_has_what_they_have_in_common()
    {
        var result = Sweep("--seeds", "1,3");
        Snapshot.Matches(result.Out.Replace(_folder.Folder, "{folder}", StringComparison.Ordinal));
        Assert.Equal(
            Invocation.Run("run", File, "--seed", "3", "--out", _folder.Combine("alone"), "--json").Code,
            result.Code
        );
        Assert.Equal(Digest("alone"), Digest("all", "seed-3"));
        Assert.NotEqual(Digest("all", "seed-1"), Digest("all", "seed-3"));
    }

    [Fact]
    public void Error_growth_has_a_slope_for_every_student()
    {
        var result = Sweep("--seeds", "1-2", "--set", "evaluation.horizons=[5,10,20]");
        Snapshot.Matches(result.Out.Replace(_folder.Folder, "{folder}", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(_folder.Combine("all", "sweep.json")));
        var growth = json.RootElement.GetProperty("error_growth");
        Assert.Equal(3, growth.GetArrayLength());
        Assert.Equal(20, growth[0].GetProperty("horizons")[2].GetProperty("steps").GetInt32());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_page_of_a_sweep_has_no_error_no_empty_figure_and_nothing_clipped(int width)
    {
        var horizons = "evaluation.horizons=[5,20,80]";
        Assert.Equal(0, Sweep("--seeds", "1-2", "--target-return", "60", "--set", horizons).Code);
        var page = await System.IO.File.ReadAllTextAsync(
            _folder.Combine("all", "report.html"),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotMatch(new System.Text.RegularExpressions.Regex(@"url\(|@import|https?:"), page);
        var figures = Directory.GetFiles(_folder.Combine("all", "figures")).Select(Path.GetFileName).ToList();
        Assert.Contains("labels-to-target.svg", figures);
        Assert.Contains("error-growth.svg", figures);
        var measured = await Browser.MeasuredAsync(page, width);
        Assert.SkipWhen(measured is null, "There is no Chromium here (Debian: chromium).");
        Assert.Equal(FormattableString.Invariant($"{width} wide, {figures.Count} figures: no problem"), measured);
    }

    [Fact]
    public void Labels_to_a_target_are_counted_and_the_table_is_written()
    {
        var result = Sweep("--seeds", "1-2", "--target-return", "60", "--target-failure", "0.5");
        Assert.Contains("CartPole-v1, a return of 60", result.Out, StringComparison.Ordinal);
        Assert.Contains("CartPole-v1, at most 50 % failures", result.Out, StringComparison.Ordinal);
        var table = System.IO.File.ReadAllLines(_folder.Combine("all", "sweep.csv"));
        Assert.Equal(
            ["stage", "expert", "mine-last-round", "mine", "theirs"],
            table.Select(line => line.Split(',')[0])
        );
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(_folder.Combine("all", "sweep.json")));
        var reached = json.RootElement.GetProperty("labels_to")[0].GetProperty("students");
        Assert.Equal(
            ["mine", "theirs"],
            reached.EnumerateArray().Select(student => student.GetProperty("name").GetString())
        );
        Assert.Equal(500, reached[1].GetProperty("median").GetInt64());
    }

    [Fact]
    public void Another_sweep_stands_in_the_same_table()
    {
        Assert.Equal(0, Sweep("--seeds", "1", "--target-return", "60").Code);
        string[] second = ["sweep", File, "--out", _folder.Combine("second"), "--seeds", "2", "--target-return", "9"];
        var result = Invocation.Run([.. second, "--beside", _folder.Combine("all")]);
        Snapshot.Matches(result.Out[result.Out.IndexOf("Expert labels", StringComparison.Ordinal)..]);
        Assert.Equal(1, Invocation.Run([.. second, "--beside", _folder.Combine("none")]).Code);
    }

    [Theory]
    [InlineData("--target-failure", "2")]
    [InlineData("--target-return", "high")]
    public void A_target_that_is_none_is_explained(string flag, string value)
    {
        var result = Sweep(flag, value);
        Assert.Equal(2, result.Code);
        Assert.Contains($"error: {flag}\n  found:  \"{value}\"\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_goes_on_where_it_was_broken_off()
    {
        Assert.Equal(0, Sweep("--seeds", "2").Code);
        var written = System.IO.File.GetLastWriteTimeUtc(_folder.Combine("all", "seed-2", "summary.json"));
        Assert.Equal(0, Sweep("--seeds", "1-2").Code);
        Assert.Equal(written, System.IO.File.GetLastWriteTimeUtc(_folder.Combine("all", "seed-2", "summary.json")));
        using var result = JsonDocument.Parse(System.IO.File.ReadAllText(_folder.Combine("all", "sweep.json")));
        Assert.Equal(2, result.RootElement.GetProperty("seeds").GetArrayLength());
    }

    [Fact]
    public void A_run_of_another_configuration_is_not_taken_for_one_of_the_sweep()
    {
        Assert.Equal(0, Sweep("--seeds", "1").Code);
        var result = Sweep("--seeds", "1", "--set", "student.rounds=3");
        Assert.Equal(1, result.Code);
        var text = System.Text.RegularExpressions.Regex.Replace(
            result.Text((_folder.Folder, "{folder}")),
            "hash [0-9a-f]{16}",
            "hash {hash}"
        );
        Snapshot.Matches(text);
    }

    [Theory]
    [InlineData("1-3", 3)]
    [InlineData("7", 1)]
    [InlineData("1,2,9-11", 5)]
    [InlineData("3-1", 0)]
    [InlineData("1,1", 0)]
    [InlineData("1-2-3", 0)]
    [InlineData("", 0)]
    [InlineData("-1", 0)]
    [InlineData("0-99999999999", 0)]
    public void Seeds_are_a_range_or_a_list_each_once(string text, int count)
    {
        Assert.Equal(count > 0, SeedList.TryParse(text, out var seeds));
        Assert.Equal(count, count > 0 ? seeds.Length : 0);
    }

    private string File => _folder.Write("students.conf", Students);

    private Invocation Sweep(params string[] flags) =>
        Invocation.Run(["sweep", File, "--out", _folder.Combine("all"), .. flags]);

    private string? Digest(params string[] run)
    {
        var path = _folder.Combine([.. run, "summary.json"]);
        using var summary = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return summary.RootElement.GetProperty("digest").GetString();
    }
}
