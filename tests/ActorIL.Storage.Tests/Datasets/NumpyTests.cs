using ActorIL.Storage.Datasets;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Datasets;

/// <summary>Against NumPy, which made the format.</summary>
public sealed class NumpyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numpy_opens_a_data_set_with_its_types_and_shapes()
    {
        var path = Outcome.Value(DatasetFile.Save(_folder["a.npz"], SampleDatasets.Sidecar, SampleDatasets.Content));
        Snapshot.Matches(
            Python.RunOrSkip(
                """
                with np.load(sys.argv[1], allow_pickle=False) as file:
                    for name in file.files:
                        array = file[name]
                        print(name, array.dtype, array.shape, array.tolist())
                """,
                path
            )
        );
    }

    [Theory]
    [InlineData("savez")]
    [InlineData("savez_compressed")]
    public void Files_of_numpy_are_read(string function)
    {
        var path = _folder["b.npz"];
        Python.RunOrSkip(
            """
            observations = np.arange(12, dtype=np.float64).reshape(4, 3) / 8
            getattr(np, sys.argv[1])(
                sys.argv[2], observations=observations, actions=np.array([0, 1, 1, 0]),
                rewards=np.array([1, 2, 3, 4], dtype=np.float32), episode_starts=np.array([True, False, True, False]),
            )
            """,
            function,
            path
        );
        var content = Outcome.Value(DatasetFile.Load(path)).Content;
        Assert.Equal((3, 1, 2), (content.ObservationSize, content.ActionSize, content.Episodes.Length));
        Assert.Equal(Enumerable.Range(0, 12).Select(number => number / 8f), content.Observations);
        Assert.Equal([0, 1, 1, 0], content.Actions);
        Assert.Equal([3, 4], content.Episodes[1].Rewards);
    }

    [Theory]
    [InlineData("object", "np.array([None, {}], dtype=object)")]
    [InlineData("big-endian", "np.arange(2, dtype='>f8')")]
    [InlineData("fortran", "np.asfortranarray(np.ones((2, 2), dtype=np.float32))")]
    [InlineData("structure", "np.zeros(2, dtype=[('a', '<f4'), ('b', '<i8')])")]
    [InlineData("text", "np.array(['a', 'b'])")]
    [InlineData("complex", "np.zeros(2, dtype=np.complex64)")]
    public void Other_arrays_of_numpy_are_refused(string name, string array)
    {
        var path = _folder["c.npz"];
        Python.RunOrSkip($"np.savez(sys.argv[1], observations=np.ones((2, 2)), actions={array})", path);
        var error = Outcome.Error(DatasetFile.Load(path)).ToString();
        Snapshot.Matches(error.Replace(path, "FILE", StringComparison.Ordinal), name);
    }
}
