using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Tests.Datasets;

[Collection(SharesDatasets.Name)]
public sealed class DatasetCheckTests(RecordedDatasets datasets)
{
    public static TheoryData<string> Mistakes =>
        [
            "not-a-number",
            "out-of-range-observation",
            "out-of-range-action",
            "index-out-of-range",
            "action-beside-its-mean",
            "episode-without-end",
            "episode-twice",
            "standardized",
            "another-reward",
            "another-observation-by-one-bit",
            "another-final-observation",
            "another-key",
            "a-step-left-out",
        ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_value(string mistake)
    {
        var source = mistake == "index-out-of-range" ? datasets.CartPole : datasets.Pendulums;
        var path = datasets.Changed(source, content => Make(mistake, content));
        var result = Invocation.Run("dataset", "check", path);
        Assert.Equal(1, result.Code);
        Snapshot.Matches(datasets.Mask(Lines(result.Out), path), mistake);
    }

    [Fact]
    public void Changed_arrays_no_longer_have_their_hash()
    {
        var path = datasets.Changed(datasets.Pendulums, content => content);
        var bytes = File.ReadAllBytes(DatasetFile.SidecarOf(path));
        _ = datasets.Changed(datasets.Pendulums, content => content.Only([0, 1]));
        var other = datasets.Changed(datasets.Pendulums, content => content.Only([0, 1]));
        File.WriteAllBytes(DatasetFile.SidecarOf(other), bytes);
        var result = Invocation.Run("dataset", "check", other);
        Assert.Equal(1, result.Code);
        Assert.Contains("FAILED   hash", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pendulum-v9", "", "sidecar, environment: found 'Pendulum-v9'")]
    [InlineData("Pendulum-v1", "gravity", "sidecar, parameter gravity: found 9.81; wanted 10")]
    public void Another_environment_is_named_and_nothing_is_simulated(string id, string parameter, string words)
    {
        var path = datasets.Changed(
            datasets.Pendulums,
            content => content,
            sidecar =>
                sidecar with
                {
                    Environment = id,
                    Parameters =
                        parameter.Length > 0 ? sidecar.Parameters.SetItem(parameter, "9.81") : sidecar.Parameters,
                }
        );
        var result = Invocation.Run("dataset", "check", path);
        Assert.Equal(1, result.Code);
        Assert.Contains($"FAILED   environment   {words}", result.Out, StringComparison.Ordinal);
        Assert.Contains("skipped  simulation    another environment", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_environment_may_be_one_of_a_plug_in()
    {
        var path = datasets.Changed(
            datasets.Pendulums,
            content => content,
            sidecar => sidecar with { Environment = "Pendulum-v9" }
        );
        var check = Invocation.Run("dataset", "check", path);
        Assert.Contains("or one of a plug-in that is stated with --plugin", check.Out, StringComparison.Ordinal);
        var import = Invocation.Run("dataset", "import", path, "--env-id", "Pendulum-v9", "--out", datasets.New());
        Assert.Contains("or one of a plug-in that is stated with --plugin", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_from_elsewhere_are_checked_as_far_as_they_go()
    {
        var path = datasets.Arrays(DatasetFile.Load(datasets.CartPole).Require().Arrays[..2]);
        var result = Invocation.Run("dataset", "check", path);
        Assert.Equal(0, result.Code);
        Snapshot.Matches(datasets.Mask(result.Out, path));
    }

    [Fact]
    public void The_result_is_one_object_too()
    {
        var path = datasets.Changed(datasets.Pendulums, content => Make("another-reward", content));
        var result = Invocation.Run("dataset", "check", path, "--json");
        Assert.Equal(1, result.Code);
        using var document = JsonDocument.Parse(result.Out);
        Assert.False(document.RootElement.GetProperty("passed").GetBoolean());
        var claim = document.RootElement.GetProperty("claims").EnumerateArray().Last();
        Assert.Equal(
            ("simulation", "broken"),
            (claim.GetProperty("name").GetString(), claim.GetProperty("outcome").GetString())
        );
        Assert.Equal(
            "rewards, row 203 (episode 1, step 3)",
            Assert.Single(claim.GetProperty("findings").EnumerateArray()).GetProperty("place").GetString()
        );
    }

    // Hashes change with every change.
    private static string Lines(string output) =>
        string.Join(
            '\n',
            output
                .Split('\n')
                .Where(line =>
                    !line.Contains("  hash  ", StringComparison.Ordinal)
                    && !line.Contains(" hash ", StringComparison.Ordinal)
                )
        );

    private static DatasetContent Make(string mistake, DatasetContent content) =>
        mistake switch
        {
            "not-a-number" => Observations(content, 5, float.NaN),
            "out-of-range-observation" => Observations(content, 5, 8.5f),
            "out-of-range-action" => Episode(
                content,
                episode =>
                    episode with
                    {
                        Actions = episode.Actions.SetItem(7, -2.5f),
                        Means = episode.Means.SetItem(7, -2.5f),
                    }
            ),
            "index-out-of-range" => Episode(
                content,
                episode => episode with { Actions = episode.Actions.SetItem(7, 2) }
            ),
            "action-beside-its-mean" => Episode(
                content,
                episode => episode with { Means = episode.Means.SetItem(9, 0.125f) }
            ),
            "episode-without-end" => Episode(content, episode => episode with { Ending = Ending.None }),
            "episode-twice" => content with { Episodes = content.Episodes.Add(content.Episodes[0]) },
            "standardized" => Standardized(content),
            "another-reward" => Episode(
                content,
                episode => episode with { Rewards = episode.Rewards.SetItem(3, -0.5) }
            ),
            "another-observation-by-one-bit" => Observations(
                content,
                30,
                MathF.BitIncrement(content.Episodes[1].Observations[30])
            ),
            "another-final-observation" => Episode(content, episode => episode with { FinalObservation = [1, 0, 0] }),
            "another-key" => Episode(content, episode => episode with { Key = new RngKey(1) }),
            _ => Episode(content, Shorter),
        };

    private static DatasetEpisode Shorter(DatasetEpisode episode) =>
        episode with
        {
            Observations = episode.Observations.RemoveRange(30, 3),
            Actions = episode.Actions.RemoveAt(10),
            Means = episode.Means.RemoveAt(10),
            Rewards = episode.Rewards.RemoveAt(10),
        };

    private static DatasetContent Standardized(DatasetContent content)
    {
        var arrays = DatasetArrays.Of(content, isDiscrete: false);
        var columns = Cli.Datasets.ColumnStatistics.Of(arrays[0]).ToArray();
        return content with
        {
            Episodes =
            [
                .. content.Episodes.Select(episode =>
                    episode with
                    {
                        Observations =
                        [
                            .. episode.Observations.Select(
                                (value, index) =>
                                    (float)((value - columns[index % 3].Mean) / columns[index % 3].Deviation)
                            ),
                        ],
                    }
                ),
            ],
        };
    }

    private static DatasetContent Observations(DatasetContent content, int index, float value) =>
        Episode(content, episode => episode with { Observations = episode.Observations.SetItem(index, value) });

    private static DatasetContent Episode(DatasetContent content, Func<DatasetEpisode, DatasetEpisode> change) =>
        content with
        {
            Episodes = content.Episodes.SetItem(1, change(content.Episodes[1])),
        };
}
