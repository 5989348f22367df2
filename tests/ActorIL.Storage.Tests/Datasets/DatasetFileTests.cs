using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;
using ActorIL.Storage.Datasets;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Datasets;

public sealed class DatasetFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_data_set_is_read_as_it_was_written()
    {
        var loaded = Outcome.Value(DatasetFile.Load(Save("a.npz")));
        var (content, wanted) = (loaded.Content, SampleDatasets.Content);
        Assert.Equal((2, 1, wanted.Features), (content.ObservationSize, content.ActionSize, content.Features));
        Assert.Equal(2, content.Episodes.Length);
        foreach (var (episode, right) in content.Episodes.Zip(wanted.Episodes))
        {
            Assert.True(episode.HasSameSteps(right));
            Assert.Equal(right.Means, episode.Means);
            Assert.Equal(right.FinalObservation, episode.FinalObservation);
            Assert.Equal((right.Ending, right.Key, right.Source), (episode.Ending, episode.Key, episode.Source));
        }
    }

    [Fact]
    public void What_is_said_of_it_is_read_as_it_was_written()
    {
        var sidecar = Outcome.Value(DatasetFile.Load(Save("a.npz"))).Sidecar!;
        var wanted = SampleDatasets.Sidecar;
        Assert.Null(sidecar.FirstDifference(wanted));
        Assert.Equal(wanted.Sources, sidecar.Sources);
        Assert.Equal(wanted.Derivations, sidecar.Derivations);
    }

    [Fact]
    public void The_sidecar_is_this() => Snapshot.Matches(File.ReadAllText(DatasetFile.SidecarOf(Save("a.npz"))));

    [Fact]
    public void The_same_data_set_is_the_same_files()
    {
        var (one, other) = (Save("a.npz"), Save("b.npz"));
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(other));
        Assert.Equal(File.ReadAllText(DatasetFile.SidecarOf(one)), File.ReadAllText(DatasetFile.SidecarOf(other)));
    }

    [Fact]
    public void Indices_are_whole_numbers_and_vectors_are_floats()
    {
        var discrete = DatasetArrays.Of(SampleDatasets.Content, isDiscrete: true);
        var box = DatasetArrays.Of(SampleDatasets.Content, isDiscrete: false);
        Assert.Equal("<i8 [4, 1]", discrete.Single(array => array.Name == DatasetArrays.Actions).Form);
        Assert.Equal("<f4 [4, 1]", box.Single(array => array.Name == DatasetArrays.Actions).Form);
    }

    [Fact]
    public void Changed_arrays_are_opened_but_not_loaded()
    {
        var path = Save("a.npz");
        var content = SampleDatasets.Content;
        var changed = content with
        {
            Episodes = content.Episodes.SetItem(1, content.Episodes[1] with { Ending = Ending.Truncated }),
        };
        var arrays = DatasetArrays.Of(changed, isDiscrete: false).Select(array => array.ToArray());
        using (var stream = File.Create(path))
        {
            NpzFile.Write(stream, arrays);
        }

        Outcome.Value(DatasetFile.Open(path));
        Assert.Contains("arrays of hash", Outcome.Error(DatasetFile.Load(path)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_alone_are_a_data_set_of_unknown_origin()
    {
        var path = Save("a.npz");
        File.Delete(DatasetFile.SidecarOf(path));
        Assert.Null(Outcome.Value(DatasetFile.Load(path)).Sidecar);
        File.WriteAllText(DatasetFile.SidecarOf(path), """{"what": "a card of something else"}""");
        Assert.Null(Outcome.Value(DatasetFile.Load(path)).Sidecar);
    }

    [Theory]
    [InlineData("no-observations", "actions")]
    [InlineData("no-actions", "observations")]
    public void Missing_arrays_are_named(string name, string kept)
    {
        var path = _folder["a.npz"];
        Write(path, Array(kept, NpyType.Single, [1, 1], 4));
        Snapshot.Matches(
            Outcome.Error(DatasetFile.Open(path)).ToString().Replace(path, "FILE", StringComparison.Ordinal),
            name
        );
    }

    [Theory]
    [InlineData("rows", 3, 2, 3)]
    [InlineData("no-rows", 0, 0, 0)]
    [InlineData("rewards", 2, 2, 3)]
    public void Shapes_that_disagree_are_named(string name, int observations, int actions, int rewards)
    {
        var path = _folder["a.npz"];
        Write(
            path,
            Array("observations", NpyType.Single, [observations, 2], observations * 8),
            Array("actions", NpyType.Int64, [actions], actions * 8),
            Array("rewards", NpyType.Double, [rewards], rewards * 8)
        );
        Snapshot.Matches(
            Outcome.Error(DatasetFile.Open(path)).ToString().Replace(path, "FILE", StringComparison.Ordinal),
            name
        );
    }

    [Fact]
    public void Spaces_are_read_as_they_were_written()
    {
        Space[] spaces =
        [
            new Space.Discrete(3),
            new Space.Box([float.NegativeInfinity, -0.1f], [1e-38f, float.PositiveInfinity]),
            new Space.Product([new Space.Discrete(2), new Space.Box([], [])]),
        ];
        foreach (var space in spaces)
        {
            using var stream = new MemoryStream();
            using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
            {
                SpaceJson.Write(writer, space);
            }

            using var document = System.Text.Json.JsonDocument.Parse(stream.ToArray());
            Assert.Equal(space, SpaceJson.Read(document.RootElement));
        }
    }

    [Theory]
    [InlineData("CartPole-v1", "1")]
    [InlineData("A-very-v12", "12")]
    [InlineData("Mine", "")]
    [InlineData("Mine-v", "")]
    [InlineData("Mine-v1b", "")]
    public void The_version_is_the_number_at_the_end_of_the_name(string name, string version) =>
        Assert.Equal(version, DatasetSidecar.VersionOf(name));

    private string Save(string name) =>
        Outcome.Value(DatasetFile.Save(_folder[name], SampleDatasets.Sidecar, SampleDatasets.Content));

    private static NpyArray Array(string name, NpyType type, long[] shape, int length) =>
        new(name, type, [.. shape], [new byte[length]]);

    private static void Write(string path, params NpyArray[] arrays)
    {
        using var stream = File.Create(path);
        NpzFile.Write(stream, arrays);
    }
}
