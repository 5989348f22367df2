using System.Text.Json;

namespace ActorIL.Cli.Tests.Running;

public sealed class PerturbedRunTests : IDisposable
{
    private const string Students = """
        actoril {
          environment.name = "CartPole-v1", expert.kind = scripted
          demonstration.counts = [], dagger.label-counts = []
          students { mine { algorithm = bc, first-episodes = 1, updates-per-round = 20, network.hidden = [8] } }
          evaluation { episodes = 20, shards = 3, perturbed-episodes = 20, latching-episodes = 20 }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Recovery_is_in_summary_page_sweep_and_evaluation_alike()
    {
        var sweep = Invocation.Run("sweep", File, "--out", _folder.Combine("all"), "--seeds", "1-2", "--json");
        Assert.Equal(0, sweep.Code);
        string[] folders = [_folder.Combine("all", "seed-1"), _folder.Combine("all", "seed-2")];
        var recovered = folders.Sum(folder =>
            Evaluation(System.IO.File.ReadAllText(Path.Combine(folder, "summary.json")))
                .GetProperty("recovery")
                .GetProperty("pushes")
                .GetProperty("count")
                .GetInt32()
        );
        using var pooled = JsonDocument.Parse(sweep.Out);
        var row = pooled.RootElement.GetProperty("stages").EnumerateArray().Last().GetProperty("recovery");
        Assert.Equal(40, row.GetProperty("n").GetInt32());
        Assert.Equal(recovered, row.GetProperty("pushes").GetProperty("count").GetInt32());

        var latched = pooled.RootElement.GetProperty("stages").EnumerateArray().First().GetProperty("latched");
        Assert.Equal(0, latched.GetProperty("count").GetInt32());

        var alone = Invocation.Run("eval", folders[0], "--perturb", "--json");
        using var evaluation = JsonDocument.Parse(alone.Out);
        Assert.True(
            JsonElement.DeepEquals(
                Evaluation(System.IO.File.ReadAllText(Path.Combine(folders[0], "summary.json")))
                    .GetProperty("recovery"),
                evaluation.RootElement.GetProperty("evaluation").GetProperty("recovery")
            ),
            alone.Out
        );
        var page = System.IO.File.ReadAllText(Path.Combine(folders[0], "report.html"));
        Assert.Contains("recovered after a push, %", page, StringComparison.Ordinal);
        Assert.Contains("latched, %", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_done_is_said_below_the_rates() =>
        Snapshot.Matches(Invocation.Run("eval", "--controller", "Pendulum-v1", "--perturb", "--episodes", "20").Out);

    private string File => _folder.Write("students.conf", Students);

    private static JsonElement Evaluation(string summary)
    {
        using var document = JsonDocument.Parse(summary);
        return document.RootElement.GetProperty("stages").EnumerateArray().Last().GetProperty("evaluation").Clone();
    }
}
