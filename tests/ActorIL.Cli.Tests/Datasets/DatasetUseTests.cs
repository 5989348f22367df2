using ActorIL.Cli.Datasets;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Tests.Datasets;

[Collection(SharesDatasets.Name)]
public sealed class DatasetUseTests(RecordedDatasets datasets)
{
    [Fact]
    public void Actions_are_labels_and_episodes_are_known()
    {
        var batch = Labels(datasets.Pendulums, "Pendulum-v1").Require();
        var content = DatasetFile.Load(datasets.Pendulums).Require().Content;
        Assert.Equal(content.Observations, batch.Observations);
        Assert.Equal(content.Actions, batch.Labels);
        Assert.Equal([0, 200, 400], batch.Starts.Index().Where(row => row.Item == 1).Select(row => row.Index));
    }

    [Fact]
    public void Arrays_from_elsewhere_are_taken_where_they_fit()
    {
        var arrays = DatasetFile.Load(datasets.CartPole).Require().Arrays;
        Assert.False(Labels(datasets.Arrays(arrays[..2]), "CartPole-v1").Require().HasEpisodes);
        Snapshot.Matches(Refused(datasets.Arrays(arrays[..2]), "Pendulum-v1"));
    }

    [Fact]
    public void Another_environment_is_refused() => Snapshot.Matches(Refused(datasets.CartPole, "Pendulum-v1"));

    [Fact]
    public void Another_preprocessing_is_refused() =>
        Snapshot.Matches(
            Refused(
                datasets.Changed(
                    datasets.CartPole,
                    content => content,
                    sidecar => sidecar with { Preprocessing = new DatasetPreprocessing.Standardized([0], [1], 10) }
                ),
                "CartPole-v1"
            )
        );

    [Theory]
    [InlineData("not-a-number", float.NaN)]
    [InlineData("out-of-range", 9f)]
    public void Numbers_that_cannot_be_are_refused(string name, float value) =>
        Snapshot.Matches(
            Refused(
                datasets.Changed(
                    datasets.CartPole,
                    content =>
                        content with
                        {
                            Episodes =
                            [
                                content.Episodes[0] with
                                {
                                    Observations = content.Episodes[0].Observations.SetItem(8, value),
                                },
                            ],
                        }
                ),
                "CartPole-v1"
            ),
            name
        );

    private static Result<LabelledBatch, Error> Labels(string path, string environment) =>
        DatasetUse.Labels(path, EnvironmentCatalog.Shipped.Find(environment).Require());

    private string Refused(string path, string environment) =>
        datasets.Mask(Labels(path, environment).Match(_ => "nothing is wrong with it", error => $"{error}"), path);
}
