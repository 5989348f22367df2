using System.Runtime.CompilerServices;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;
using ActorIL.Testing;

namespace ActorIL.Cli.Tests.Stages;

/// <summary>Wrong things, refused with where, found, wanted and what to do, before anything is begun.</summary>
public sealed class StageRefusalTests(StagedRuns runs) : IClassFixture<StagedRuns>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("number", "ppo", "--lr", "fast")]
    [InlineData("sizes", "ppo", "--hidden-dims", "64", "wide")]
    [InlineData("flag", "ppo", "--learning-rate", "1e-3")]
    [InlineData("run-name", "ppo", "--wandb", "--wandb-run-name", "my run")]
    [InlineData("no-checkpoint", "collect", "--num-episodes", "3")]
    [InlineData("no-data", "bc", "--epochs", "3")]
    [InlineData("resume-with-settings", "ppo", "--resume", "--lr", "1e-3")]
    [InlineData("resume-with-wandb", "ppo", "--resume", "--wandb")]
    [InlineData("resume-elsewhere", "ppo", "--resume", "runs/expert", "--save-path", "runs/other")]
    [InlineData("project-without-wandb", "ppo", "--wandb-project", "poles")]
    [InlineData("epochs", "bc", "--demo-path", "{demos}", "--epochs", "0")]
    [InlineData("scripted-policy", "dagger", "--expert", "scripted", "--policy", "expert")]
    [InlineData("two-counts", "eval", "{expert}", "--episodes", "5", "--num-episodes", "6")]
    [InlineData("controller-policy", "eval", "--controller", "CartPole-v1", "--policy", "expert")]
    [InlineData("controller-layers", "eval", "--controller", "CartPole-v1", "--hidden-dims", "64")]
    [InlineData("sweep-of-a-seed", "sweep", "cartpole.conf", "--set", "seed=4")]
    public void A_command_line_that_is_not_understood_ends_with_code_2(string name, params string[] arguments) =>
        Matches(2, name, arguments);

    [Theory]
    [InlineData("environment", "ppo", "--env-id", "CartPoll-v1")]
    [InlineData("range", "ppo", "--gamma", "1.5")]
    [InlineData("episodes", "collect", "--checkpoint", "{expert}", "--num-episodes", "0")]
    [InlineData("label-counts", "dagger", "--expert", "scripted", "--label-counts", "9", "3")]
    [InlineData("nothing-to-resume", "ppo", "--resume", "{expert}/checkpoints")]
    [InlineData("no-folder", "bc", "--demo-path", "{demos}", "--save-path", "nowhere/bc.safetensors")]
    [InlineData("a-student-as-data", "bc", "--demo-path", "{demos}", "--save-path", "{own}/new.npz")]
    [InlineData("data-as-a-student", "collect", "--checkpoint", "{expert}", "--save-path", "{own}/new.safetensors")]
    [InlineData("sweep-into-a-run", "sweep", "cartpole.conf", "--out", "{expert}")]
    [InlineData("eval-of-nothing", "eval", "nowhere")]
    [InlineData("file-with-a-name", "eval", "{clone}", "--policy", "bc-file")]
    [InlineData("export-with-a-name", "export", "{clone}", "--stage", "bc-file", "--onnx", "new.onnx")]
    [InlineData("no-gif", "watch", "{expert}", "--gif", "{own}/episode.png")]
    [InlineData("watch-a-file", "watch", "{demos}")]
    [InlineData("one-file-twice", "dataset", "split", "{demos}", "--train", "a.npz", "--validation", "a.npz")]
    public void A_setting_that_cannot_be_is_explained(string name, params string[] arguments) =>
        Matches(1, name, arguments);

    [Theory]
    [InlineData("other-environment", "{expert}", "--env-id", "Pendulum-v1")]
    [InlineData("no-policy", "{demos}")]
    [InlineData("missing", "nowhere.safetensors")]
    [InlineData("no-policies", "{folder}")]
    [InlineData("policy", "{expert}", "--policy", "expert-finale")]
    public void A_checkpoint_that_does_not_fit_is_refused(string name, params string[] arguments) =>
        Matches(1, name, ["collect", "--checkpoint", .. arguments]);

    [Theory]
    [InlineData("layers", "--env-id", "CartPole-v1")]
    [InlineData("other-environment", "--env-id", "Pendulum-v1", "--hidden-dims", "8")]
    [InlineData("normalised", "--hidden-dims", "8", "--set", "ppo.normalize-observations=on")]
    public void A_start_that_does_not_fit_is_refused(string name, params string[] arguments) =>
        Matches(1, name, ["ppo", "--init-from", "{clone}", .. arguments]);

    [Theory]
    [InlineData("other-environment", "{demos}", "--env-id", "Pendulum-v1")]
    [InlineData("no-data-set", "{clone}")]
    [InlineData("missing", "nowhere.npz")]
    public void A_data_set_that_does_not_fit_is_refused(string name, params string[] arguments) =>
        Matches(1, name, ["bc", "--demo-path", .. arguments]);

    [Fact]
    public void Arrays_that_nobody_describes_need_an_environment()
    {
        File.Copy(runs.Demonstrations, _folder.Combine("arrays.npz"));
        Matches(1, "", ["bc", "--demo-path", "{own}/arrays.npz"]);
    }

    [Fact]
    public void Arrays_of_other_sizes_are_refused()
    {
        File.Copy(runs.Demonstrations, _folder.Combine("arrays.npz"));
        Matches(1, "", ["bc", "--demo-path", "{own}/arrays.npz", "--env-id", "Pendulum-v1"]);
    }

    [Fact]
    public void Another_preprocessing_is_refused()
    {
        Save(content => content, sidecar => sidecar with { Preprocessing = Standardized });
        Matches(1, "", ["bc", "--demo-path", "{own}/changed.npz"]);
    }

    [Fact]
    public void Another_action_space_is_refused()
    {
        Save(content => content, sidecar => sidecar with { Actions = new Core.Spaces.Space.Discrete(3) });
        Matches(1, "", ["bc", "--demo-path", "{own}/changed.npz"]);
    }

    [Fact]
    public void What_is_no_number_is_refused()
    {
        Save(
            content =>
                content with
                {
                    Episodes =
                    [
                        content.Episodes[0] with
                        {
                            Observations = content.Episodes[0].Observations.SetItem(6, float.NaN),
                        },
                    ],
                },
            sidecar => sidecar
        );
        Matches(1, "", ["bc", "--demo-path", "{own}/changed.npz"]);
    }

    [Fact]
    public void What_is_there_is_not_overwritten() =>
        Matches(1, "", ["bc", "--demo-path", "{demos}", "--save-path", "{clone}"]);

    [Theory]
    [InlineData("environment", "--env-id", "Pendulum-v1")]
    [InlineData("unknown", "--env-id", "Pendulun-v1")]
    [InlineData("layers", "--hidden-dims", "256", "256")]
    public void Eval_checks_what_the_checkpoint_knows(string name, params string[] arguments) =>
        Matches(1, name, ["eval", "--checkpoint", "{clone}", .. arguments]);

    private static DatasetPreprocessing.Standardized Standardized => new([0, 0, 0, 0], [1, 1, 1, 1], 10);

    private void Save(Func<DatasetContent, DatasetContent> change, Func<DatasetSidecar, DatasetSidecar> say)
    {
        var loaded = DatasetFile.Load(runs.Demonstrations).Require();
        _ = DatasetFile.Save(_folder.Combine("changed.npz"), say(loaded.Sidecar!), change(loaded.Content)).Require();
    }

    private void Matches(int code, string name, string[] arguments, [CallerMemberName] string caller = "")
    {
        string[] typed =
        [
            .. arguments.Select(argument =>
                argument
                    .Replace("{demos}", runs.Demonstrations, StringComparison.Ordinal)
                    .Replace("{expert}", runs.Expert, StringComparison.Ordinal)
                    .Replace("{clone}", runs.Clone, StringComparison.Ordinal)
                    .Replace("{folder}", _folder.Folder, StringComparison.Ordinal)
                    .Replace("{own}", _folder.Folder, StringComparison.Ordinal)
            ),
        ];
        var before = Directory.Exists("runs");
        var result = Invocation.Run(typed);
        Assert.Equal((code, ""), (result.Code, result.Out));
        Assert.Equal(before, Directory.Exists("runs"));
        Snapshot.Matches(runs.Mask(result.Text((_folder.Folder, "{own}"))), name, callerMemberName: caller);
    }
}
