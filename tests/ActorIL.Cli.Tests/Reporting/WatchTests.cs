using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Reporting;

public class WatchTests(SmallRun run) : IClassFixture<SmallRun>
{
    [Fact]
    public void Without_a_terminal_an_episode_is_a_line_a_step()
    {
        var result = Invocation.Run("watch", run.Folder, "--stage", "bc-full-2");
        var lines = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(0, result.Code);
        Assert.StartsWith("bc-full-2: return ", lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("step 0  0.00 s  observation [", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($" in {lines.Length - 2} steps "),
            lines[^1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("bc", "bc-full-2")]
    [InlineData("dagger", "dagger-40")]
    [InlineData("expert", "expert")]
    [InlineData("expert-final", "expert-final")]
    public void A_stage_is_named_or_the_last_of_its_algorithm(string typed, string stage) =>
        Assert.Contains(
            $"\n{stage}: return",
            Invocation.Run("watch", run.Folder, "--stage", typed).Out,
            StringComparison.Ordinal
        );

    [Fact]
    public void Where_there_is_one_policy_it_need_not_be_named()
    {
        const string Only = "checkpoints/dagger-40.safetensors";
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(run.Folder, "config.conf"), folder.Combine("config.conf"));
        _ = Directory.CreateDirectory(folder.Combine("checkpoints"));
        File.Copy(Path.Combine(run.Folder, Only), folder.Combine(Only));
        var result = Invocation.Run("watch", folder.Folder);
        Assert.Contains("\ndagger-40: return", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_episode_starts_elsewhere() =>
        Assert.NotEqual(
            Invocation.Run("watch", run.Folder).Out.Split('\n')[0],
            Invocation.Run("watch", run.Folder, "--episode", "1").Out.Split('\n')[0]
        );

    [Fact]
    public void A_terminal_shows_pictures_over_each_other()
    {
        using var output = new StringWriter();
        var terminal = new Terminal(output, TextWriter.Null, _ => null, TimeProvider.System)
        {
            IsOutInteractive = true,
            OutWidth = 61,
        };
        Assert.Equal(0, (int)ActorIlProgram.Run(["watch", run.Folder, "--speed", "1000"], terminal));
        Assert.Contains("\u001b[", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("expert  0.00 s  step 0", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_episode_is_written_to_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("episode.gif");
        Assert.Equal(0, Invocation.Run("watch", run.Folder, "--gif", file).Code);
        Assert.Equal("GIF89a"u8, File.ReadAllBytes(file).AsSpan(0, 6));
        Assert.Equal(1, Invocation.Run("watch", run.Folder, "--gif", file).Code);
    }

    [Theory]
    [InlineData("stage", "--stage", "exprt")]
    [InlineData("speed", "--speed", "0")]
    public void A_mistake_is_explained(string name, params string[] arguments) =>
        Snapshot.Matches(Invocation.Run(["watch", run.Folder, .. arguments]).Text((run.Folder, "{folder}")), name);
}
