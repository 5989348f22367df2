using System.Text.Json;

namespace ActorIL.Cli.Tests.Running;

public sealed class EnsembleEvaluationTests : IDisposable
{
    private const string Ensemble = """
        actoril {
          environment.name = "CartPole-v1", expert.kind = scripted
          demonstration.counts = [], dagger.label-counts = []
          student { rounds = 2, first-episodes = 1, episodes-per-round = 1, updates-per-round = 20, batch-size = 16 }
          students { doubting { algorithm = ensemble-dagger, ensemble.size = 2, network.hidden = [8] } }
          evaluation { episodes = 20, shards = 2 }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_ensemble_is_scored_as_the_one_policy_that_it_is_in_its_run()
    {
        var run = _folder.Combine("run");
        var result = Invocation.Run("run", _folder.Write("ensemble.conf", Ensemble), "--out", run, "--json");
        Assert.Equal(0, result.Code);
        using var summary = JsonDocument.Parse(result.Out);
        var stage = summary.RootElement.GetProperty("stages").EnumerateArray().Last();
        Assert.Equal("doubting", stage.GetProperty("name").GetString());
        foreach (var flags in new string[][] { ["--policy", "doubting"], [] })
        {
            var scored = Invocation.Run(["eval", run, "--json", .. flags]);
            using var evaluation = JsonDocument.Parse(scored.Out);
            Assert.True(
                JsonElement.DeepEquals(
                    stage.GetProperty("evaluation"),
                    evaluation.RootElement.GetProperty("evaluation")
                ),
                scored.Out
            );
        }

        var unknown = Invocation.Run("eval", run, "--policy", "x");
        Assert.Contains("one of doubting-last-round, doubting\n", unknown.Error, StringComparison.Ordinal);
        var layers = Invocation.Run("eval", run, "--hidden-dims", "9");
        Assert.Equal(1, layers.Code);
        Assert.Contains("hidden layers of 8\n", layers.Error, StringComparison.Ordinal);
        ItsMembersAreModels(run, _folder.Combine("model.onnx"));
    }

    private static void ItsMembersAreModels(string run, string model)
    {
        var refused = Invocation.Run("export", run, "--onnx", model);
        Assert.Equal(1, refused.Code);
        Assert.Contains("such as --stage doubting-member-1.", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(model));
        Assert.Equal(0, Invocation.Run("export", run, "--stage", "doubting-member-2", "--onnx", model).Code);
    }
}
