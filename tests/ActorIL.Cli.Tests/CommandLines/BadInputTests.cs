using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.CommandLines;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Texts => new()
    {
        { "bad-hocon", "actoril {\n  ppo { steps = 10\n" },
        { "cycle", "first = ${second}\nsecond = ${first}\nactoril.seed = ${first}\n" },
        { "include-cycle", "include \"experiment.conf\"\n" },
        { "unknown-key", "actoril {\n  ppo.learning-rat = 1e-3\n}\n" },
        { "negative-learning-rate", "actoril {\n  ppo.learning-rate = -0.1\n}\n" },
        { "environment-with-a-typo", "actoril.environment.name = CartPol-v1\n" },
        { "several", "actoril { sed = 1, ppo { clip = -1, epochs = 0 }, environment.name = Pendulum }\n" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_mistake_in_the_file_is_explained_and_leaves_nothing(string name, string text) =>
        Matches(Run(_folder.Write("experiment.conf", text)), name);

    [Fact]
    public void A_missing_file_is_explained() => Matches(Run(_folder.Combine("missing.conf")));

    [Fact]
    public void A_folder_for_a_file_is_explained() => Matches(Run(_folder.Folder));

    [Fact]
    public void A_binary_file_is_explained()
    {
        var path = _folder.Combine("program.conf");
        File.WriteAllBytes(path, [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0xff]);
        Matches(Run(path));
    }

    [Fact]
    public void Text_that_is_not_utf8_is_explained()
    {
        var path = _folder.Combine("latin.conf");
        File.WriteAllBytes(path, [(byte)'a', (byte)'=', 0xe9]);
        Matches(Run(path));
    }

    [Theory]
    [InlineData("unknown-key", "ppo.step=1")]
    [InlineData("wrong-value", "ppo.steps=-1")]
    [InlineData("no-value", "ppo.steps")]
    public void A_mistyped_setting_is_explained(string name, string setting) =>
        Matches(Run(_folder.Write("experiment.conf", SmallExperiments.Small), "--set", setting), name);

    [Fact]
    public void A_folder_that_is_not_empty_is_not_written_to()
    {
        var output = _folder.Combine("output");
        Directory.CreateDirectory(output);
        File.WriteAllText(Path.Combine(output, "thesis.txt"), "precious");
        Matches(Run(_folder.Write("experiment.conf", SmallExperiments.Small)), "", isLeftAlone: false);
        Assert.Equal(["thesis.txt"], Directory.GetFileSystemEntries(output).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_in_the_place_of_the_output_folder_is_explained()
    {
        _folder.Write("output", "precious");
        Matches(Run(_folder.Write("experiment.conf", SmallExperiments.Small)), "", isLeftAlone: false);
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_explained()
    {
        // Even an administrator makes no folder below a file.
        _folder.Write("file", "precious");
        var file = _folder.Write("experiment.conf", SmallExperiments.Small);
        Matches(Invocation.Run("run", file, "--out", _folder.Combine("file", "output")));
    }

    [Theory]
    [InlineData("typo", "CartPole-v2")]
    [InlineData("unknown", "Humanoid-v9")]
    public void An_unknown_environment_is_explained(string name, string environment)
    {
        foreach (var verb in (string[][])[["env", "describe"], ["env", "check"], ["eval", "--controller"]])
        {
            var result = Invocation.Run([.. verb, environment]);
            Assert.Equal((1, ""), (result.Code, result.Out));
            Snapshot.Matches(result.Text(), name);
        }
    }

    private Invocation Run(string file, params string[] more) =>
        Invocation.Run(["run", file, "--out", _folder.Combine("output"), .. more]);

    private void Matches(
        Invocation result,
        string parameter = "",
        bool isLeftAlone = true,
        [System.Runtime.CompilerServices.CallerMemberName] string caller = "")
    {
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.False(isLeftAlone && Path.Exists(_folder.Combine("output")), "Something was left behind.");
        Snapshot.Matches(result.Text((_folder.Folder, "{folder}")), parameter, callerMemberName: caller);
    }
}
