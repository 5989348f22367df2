using System.Text.Json;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Tests.Datasets;

[Collection(SharesDatasets.Name)]
public sealed class DatasetVerbTests(RecordedDatasets datasets)
{
    [Fact]
    public void A_data_set_is_shown()
    {
        var result = Invocation.Run("dataset", "info", datasets.Pendulums);
        Snapshot.Matches(datasets.Mask(result.Text(), datasets.Pendulums));
    }

    [Fact]
    public void What_is_shown_is_one_object_too()
    {
        var result = Invocation.Run("dataset", "info", datasets.CartPole, "--json");
        Snapshot.Matches(datasets.Mask(result.Text(), datasets.CartPole));
    }

    [Fact]
    public void The_same_data_set_has_no_difference()
    {
        var result = Invocation.Run("dataset", "diff", datasets.CartPole, datasets.CartPole);
        Assert.Equal(0, result.Code);
        Assert.Contains("are the same", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public void What_differs_is_shown_with_its_first_place(string flag)
    {
        var other = datasets.Changed(
            datasets.Pendulums,
            content =>
                content with
                {
                    Episodes = content.Episodes.SetItem(
                        2,
                        content.Episodes[2] with
                        {
                            Observations = content.Episodes[2].Observations.SetItem(4, 0.25f),
                        }
                    ),
                },
            sidecar => sidecar with { Parameters = sidecar.Parameters.SetItem("gravity", "9.81") }
        );
        var result = Invocation.Run([
            "dataset",
            "diff",
            datasets.Pendulums,
            other,
            .. flag.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ]);
        Assert.Equal(4, result.Code);
        Snapshot.Matches(datasets.Mask(result.Text(), datasets.Pendulums, other), flag);
    }

    [Fact]
    public void Parts_of_a_data_set_are_merged_into_the_same_episodes()
    {
        var (train, validation, whole) = (datasets.New(), datasets.New(), datasets.New());
        var split = Invocation.Run([
            "dataset",
            "split",
            datasets.Pendulums,
            "--train",
            train,
            "--validation",
            validation,
            "--seed",
            "3",
        ]);
        var merge = Invocation.Run("dataset", "merge", train, validation, "--out", whole);
        Snapshot.Matches(datasets.Mask(split.Text() + merge.Text(), datasets.Pendulums, train, validation, whole));
        Assert.Equal(0, Invocation.Run("dataset", "check", whole).Code);
        var (before, after) = (Load(datasets.Pendulums).Content, Load(whole).Content);
        Assert.Equal(
            before.Episodes.Select(episode => episode.Key.Value).Order(),
            after.Episodes.Select(episode => episode.Key.Value).Order()
        );
        Assert.Single(Load(whole).Sidecar!.Sources);
        Assert.Equal(["split", "split", "merge"], Load(whole).Sidecar!.Derivations.Select(step => step.Verb));
    }

    [Fact]
    public void A_split_is_a_function_of_its_seed()
    {
        Assert.Equal(SplitSession.Chosen(50, 0.2, 1), SplitSession.Chosen(50, 0.2, 1));
        Assert.NotEqual(SplitSession.Chosen(50, 0.2, 1), SplitSession.Chosen(50, 0.2, 2));
        Assert.Equal(10, SplitSession.Chosen(50, 0.2, 1).Length);
        Assert.Single(SplitSession.Chosen(2, 0.01, 1));
        Assert.Single(SplitSession.Chosen(2, 0.99, 1));
    }

    [Fact]
    public void Data_sets_of_two_environments_are_not_merged()
    {
        var result = Invocation.Run("dataset", "merge", datasets.CartPole, datasets.Pendulums, "--out", datasets.New());
        Assert.Equal(1, result.Code);
        Snapshot.Matches(datasets.Mask(result.Text(), datasets.CartPole, datasets.Pendulums));
    }

    [Fact]
    public void Data_sets_of_two_preprocessings_are_not_merged()
    {
        var other = datasets.Changed(
            datasets.CartPole,
            content => content,
            sidecar => sidecar with { Preprocessing = new DatasetPreprocessing.Standardized([0], [1], 10) }
        );
        var result = Invocation.Run("dataset", "merge", datasets.CartPole, other, "--out", datasets.New());
        Assert.Equal(1, result.Code);
        Snapshot.Matches(datasets.Mask(result.Text(), datasets.CartPole, other));
    }

    [Fact]
    public void Duplicate_episodes_are_refused_or_dropped()
    {
        var (refused, target) = (datasets.New(), datasets.New());
        string[] merge = ["dataset", "merge", datasets.CartPole, datasets.CartPole, "--out"];
        var one = Invocation.Run([.. merge, refused]);
        var other = Invocation.Run([.. merge, target, "--duplicates", "drop"]);
        Assert.Equal((1, 0), (one.Code, other.Code));
        Assert.False(File.Exists(refused));
        Snapshot.Matches(datasets.Mask(one.Text() + other.Text(), datasets.CartPole, target));
        Assert.Equal(Load(datasets.CartPole).ContentHash, Load(target).ContentHash);
    }

    [Fact]
    public void What_has_no_origin_is_not_merged_before_it_is_imported()
    {
        var plain = datasets.Arrays(Load(datasets.CartPole).Arrays);
        var result = Invocation.Run("dataset", "merge", datasets.CartPole, plain, "--out", datasets.New());
        Assert.Equal(1, result.Code);
        Snapshot.Matches(datasets.Mask(result.Text(), datasets.CartPole, plain));
    }

    [Fact]
    public void Arrays_from_elsewhere_are_imported_and_what_is_missing_is_said()
    {
        var (arrays, target) = (Load(datasets.Pendulums).Arrays, datasets.New());
        var means = arrays.Single(array => array.Name == DatasetArrays.Means);
        var plain = datasets.Arrays(arrays[0], means with { Name = DatasetArrays.Actions });
        string[] import = ["dataset", "import", plain, "--env-id", "Pendulum-v1", "--out", target];
        var result = Invocation.Run([.. import, "--episode-steps", "200", "--raw", "--clip"]);
        var shown = Invocation.Run("dataset", "info", target, "--json");
        Assert.Equal(0, result.Code);
        using var document = JsonDocument.Parse(shown.Out);
        Assert.Equal(3, document.RootElement.GetProperty("episodes").GetInt32());
        Assert.Equal(0, Invocation.Run("dataset", "check", target).Code);
        Assert.Equal(Load(datasets.Pendulums).Content.Actions, Load(target).Content.Actions);
        Snapshot.Matches(datasets.Mask(result.Text(), plain, target));
    }

    [Theory]
    [InlineData("other-sizes", "CartPole-v1")]
    [InlineData("uneven", "Pendulum-v1")]
    public void An_import_that_does_not_fit_is_refused(string name, string environment)
    {
        var (plain, target) = (datasets.Arrays(Load(datasets.Pendulums).Arrays[..2]), datasets.New());
        var result = Invocation.Run([
            "dataset",
            "import",
            plain,
            "--env-id",
            environment,
            "--out",
            target,
            "--episode-steps",
            "7",
        ]);
        Assert.Equal(1, result.Code);
        Assert.False(File.Exists(target));
        Snapshot.Matches(datasets.Mask(result.Text(), plain, target), name);
    }

    [Fact]
    public void What_is_no_number_is_not_imported()
    {
        var content = Load(datasets.Pendulums).Content;
        var episode = content.Episodes[0];
        var damaged = episode with { Observations = episode.Observations.SetItem(4, float.NaN) };
        var changed = datasets.New();
        _ = DatasetFile
            .Save(changed, Load(datasets.Pendulums).Sidecar!, content with { Episodes = [damaged] })
            .Require();
        var (plain, target) = (datasets.Arrays(Load(changed).Arrays[..2]), datasets.New());
        var result = Invocation.Run("dataset", "import", plain, "--env-id", "Pendulum-v1", "--out", target);
        Assert.Equal(1, result.Code);
        Assert.False(File.Exists(target));
        Assert.Contains("row 1, component 1\n  found:  NaN\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_environment_is_named()
    {
        var result = Invocation.Run([
            "dataset",
            "import",
            datasets.CartPole,
            "--env-id",
            "Pendulm-v1",
            "--out",
            datasets.New(),
        ]);
        Assert.Equal(1, result.Code);
        Assert.Contains("Did you mean 'Pendulum-v1'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_never_written_over()
    {
        var before = File.ReadAllBytes(datasets.Pendulums);
        var result = Invocation.Run(
            "dataset",
            "merge",
            datasets.CartPole,
            datasets.CartPole,
            "--out",
            datasets.Pendulums
        );
        Assert.Equal(1, result.Code);
        Assert.Equal(before, File.ReadAllBytes(datasets.Pendulums));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("info")]
    public void A_file_that_is_no_data_set_is_explained(string verb)
    {
        var path = datasets.New();
        File.WriteAllText(path, "text");
        var result = Invocation.Run("dataset", verb, path);
        Assert.Equal(1, result.Code);
        Snapshot.Matches(datasets.Mask(result.Text(), path), verb);
    }

    private static LoadedDataset Load(string path) => DatasetFile.Load(path).Require();
}
