using System.Text.Json;

namespace ActorIL.Cli.Tests.Running;

public sealed class VariantSweepTests : IDisposable
{
    private const string Arms = """
        actoril {
          environment.name = "CartPole-v1", expert.kind = scripted
          demonstration.counts = [], dagger.label-counts = []
          student { rounds = 1, first-episodes = 1, algorithm = bc, updates-per-round = 20, network.hidden = [8] }
          students { mine {} }
          evaluation { episodes = 20, shards = 2 }
          variants {
            seeing {}
            half-blind { student.view.components = [0, 2] }
          }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_variant_has_its_seeds_and_its_rows()
    {
        var file = _folder.Write("arms.conf", Arms);
        var result = Invocation.Run("sweep", file, "--seeds", "1-2", "--out", _folder.Combine("all"));
        Snapshot.Matches(result.Out.Replace(_folder.Folder, "{folder}", StringComparison.Ordinal));
        Assert.Equal(
            Invocation.Run("run", file, "--variant", "half-blind", "--seed", "2", "--out", _folder.Combine("a")).Code,
            result.Code
        );
        Assert.Equal(Digest("a"), Digest("all", "half-blind", "seed-2"));
        Assert.NotEqual(Digest("a"), Digest("all", "seeing", "seed-2"));
    }

    [Fact]
    public void A_mistake_in_the_last_variant_is_told_before_the_first_runs()
    {
        var file = _folder.Write("arms.conf", Arms.Replace("[0, 2]", "[0, 7]", StringComparison.Ordinal));
        var result = Invocation.Run("sweep", file, "--seeds", "1-2", "--out", _folder.Combine("all"));
        Assert.NotEqual(0, result.Code);
        Assert.Contains("components", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("all")));
    }

    private string? Digest(params ReadOnlySpan<string> folder)
    {
        var path = _folder.Combine([.. folder, "summary.json"]);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.GetProperty("digest").GetString();
    }
}
