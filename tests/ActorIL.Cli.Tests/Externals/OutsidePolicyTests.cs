using System.Text.Json;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Externals;

/// <summary>Policies that were trained in another process: they are played there, and nowhere else.</summary>
public sealed class OutsidePolicyTests : IDisposable
{
    private readonly ExternalExperiment _experiment = new();

    public void Dispose() => _experiment.Dispose();

    [Fact]
    public async Task Evaluations_repeat_the_numbers_of_their_run_and_leave_no_process()
    {
        var run = Train(_experiment.WriteOutside());
        var means = Means(run);
        Assert.NotEmpty(means);
        foreach (var (stage, mean) in means)
        {
            var scored = Invocation.Run("eval", run, "--policy", stage, "--json");
            Assert.True(scored.Code == 0, $"{stage}: {scored.Text()}");
            Assert.Equal(mean, Mean(scored));
        }

        var file = Invocation.Run("eval", Checkpoint(run), "--env-id", "CartPole-v1", "--json");
        Assert.Equal(means["expert"], Mean(file));
        await Leftovers.NoneAsync(_experiment.Folder);
    }

    [Fact]
    public async Task A_policy_from_outside_is_never_played_in_a_shipped_environment_of_the_same_name()
    {
        var run = Train(_experiment.WriteFaulty("none", isOnce: false, job: ExternalExperiment.Expert));
        var alone = _experiment.Combine("alone.safetensors");
        File.Copy(Checkpoint(run), alone);
        Refused(Invocation.Run("eval", alone), "in another process: CartPole-v1 of version \"numpy 1\"");

        var inside = _experiment.Combine("inside");
        Assert.Equal(0, Invocation.Run("run", Inside(), "--out", inside).Code);
        File.Copy(Checkpoint(run), Path.Combine(inside, "checkpoints", "guest.safetensors"));
        Refused(Invocation.Run("eval", inside, "--policy", "guest"), "Give that run directory");

        var script = _experiment.Combine("faulty.py");
        Change(script, "numpy 1", "two");
        var other = Invocation.Run("eval", run);
        Refused(other, "serves CartPole-v1 of version \"two\"");
        Refused(other, "began with: CartPole-v1 of version \"numpy 1\"");
        Refused(Invocation.Run("watch", run), "serves CartPole-v1 of version \"two\"");

        File.Delete(script);
        var missing = Invocation.Run("eval", run);
        Refused(missing, "faulty.py");
        Refused(missing, "No such file");
        await Leftovers.NoneAsync(_experiment.Folder);
    }

    [Fact]
    public async Task A_program_that_fails_while_it_is_evaluated_is_named()
    {
        var run = Train(_experiment.WriteFaulty("none", isOnce: false, job: ExternalExperiment.Expert));
        var script = _experiment.Combine("faulty.py");
        Change(script, "kind, marker = sys.argv[1], sys.argv[2]", "kind, marker = 'raise', 'always'");
        var failed = Invocation.Run("eval", run);
        Refused(failed, "no such joint");
        Refused(failed, "the run itself is as it was");
        await Leftovers.NoneAsync(_experiment.Folder);
    }

    [Fact]
    public async Task An_episode_is_watched_in_its_program()
    {
        var run = Train(_experiment.WriteOutside());
        var watched = Invocation.Run("watch", run);
        Assert.True(watched.Code == 0, watched.Text());
        Assert.StartsWith("step 0  0.00 s  observation [", watched.Out, StringComparison.Ordinal);
        Assert.Contains("action [", watched.Out, StringComparison.Ordinal);
        Assert.Contains("\nexpert: return ", watched.Out, StringComparison.Ordinal);

        var gif = _experiment.Combine("episode.gif");
        var written = Invocation.Run("watch", run, "--gif", gif);
        Assert.True(written.Code == 0 && File.Exists(gif), written.Text());
        await Leftovers.NoneAsync(_experiment.Folder);
    }

    private static string Checkpoint(string run) => Path.Combine(run, "checkpoints", "expert.safetensors");

    private static Dictionary<string, double> Means(string run)
    {
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "summary.json")));
        return summary
            .RootElement.GetProperty("stages")
            .EnumerateArray()
            .ToDictionary(
                static stage => stage.GetProperty("name").GetString()!,
                static stage => stage.GetProperty("evaluation").GetProperty("mean").GetDouble()
            );
    }

    private static double Mean(Invocation scored)
    {
        using var result = JsonDocument.Parse(scored.Out);
        return result.RootElement.GetProperty("evaluation").GetProperty("mean").GetDouble();
    }

    private static void Refused(Invocation result, string words)
    {
        Assert.Equal(1, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    private static void Change(string file, string before, string after)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, after, StringComparison.Ordinal));
    }

    private string Inside() => _experiment.Write("id = CartPole-v1", "inside");

    private string Train(string configuration)
    {
        var run = _experiment.Combine("run");
        var trained = Invocation.Run("run", configuration, "--out", run);
        Assert.True(trained.Code == 0, trained.Text());
        return run;
    }
}
