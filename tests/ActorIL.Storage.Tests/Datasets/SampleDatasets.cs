using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Storage.Datasets;

namespace ActorIL.Storage.Tests.Datasets;

/// <summary>Small data sets.</summary>
internal static class SampleDatasets
{
    /// <summary>Two episodes of three steps and one, of two numbers and one action.</summary>
    public static DatasetContent Content { get; } =
        new(
            2,
            1,
            new DatasetFeatures(true, true, true, true, true, true),
            [
                new DatasetEpisode
                {
                    Observations = [1, 2, 3, 4, 5, 6],
                    Actions = [0.5f, -1, 1],
                    Means = [0.5f, -1.5f, 2],
                    Rewards = [1, 2, 3],
                    Ending = Ending.Terminated,
                    FinalObservation = [7, 8],
                    Key = new RngKey(0xFEDCBA9876543210),
                    Source = 1,
                },
                new DatasetEpisode
                {
                    Observations = [-1, -2],
                    Actions = [0],
                    Means = [0],
                    Rewards = [0.25],
                    Ending = Ending.None,
                    FinalObservation = [float.MaxValue, float.Epsilon],
                    Key = new RngKey(7),
                    Source = 0,
                },
            ]
        );

    /// <summary>What is said of it, with something in every field.</summary>
    public static DatasetSidecar Sidecar { get; } =
        new()
        {
            Environment = "Sample-v3",
            Parameters = DatasetSidecarParameters(),
            Observations = new Space.Box([float.NegativeInfinity, -8], [float.PositiveInfinity, 8]),
            Actions = new Space.Box([-1], [1]),
            Preprocessing = new DatasetPreprocessing.Standardized([0.1f, 0.2f], [3, 4], 10),
            Sources =
            [
                new DatasetSource.Import("other.npz", new string('a', 64)),
                new DatasetSource.Run
                {
                    Seed = ulong.MaxValue,
                    Key = new RngKey(0x0123456789ABCDEF),
                    FirstEpisode = 2,
                    EpisodeCount = 9,
                    StepsMax = 20,
                    Policy = "expert",
                    PolicyDigest = "00112233445566ff",
                    Configuration = """{"ppo.steps":5,"environment.name":"Sample-v3"}""",
                    ConfigurationHash = "ffeeddccbbaa9988",
                    CodeVersion = "0.1.0",
                    Commit = "",
                },
            ],
            Derivations = [new DatasetDerivation("merge", ["1111111111111111", "2222222222222222"], "two of them")],
        };

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> DatasetSidecarParameters() =>
        System
            .Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("inner.gravity", "9.8")
            .Add("name", "\"text\"");
}
