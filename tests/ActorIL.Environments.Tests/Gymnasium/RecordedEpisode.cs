using System.Text.Json;

namespace ActorIL.Environments.Tests.Gymnasium;

/// <summary>One episode of a golden file.</summary>
internal sealed record RecordedEpisode(
    float[] InitialObservation,
    double[] InitialState,
    float[][] Actions,
    float[][] Observations,
    double[][] States,
    double[] Rewards,
    bool[] Terminated,
    bool[] Truncated,
    int Length
)
{
    public double[] StateBefore(int step) => step == 0 ? InitialState : States[step - 1];

    public static RecordedEpisode Read(JsonElement episode) =>
        new(
            Floats(episode.GetProperty("initial_obs")),
            Doubles(episode.GetProperty("initial_state")),
            [.. episode.GetProperty("actions").EnumerateArray().Select(Floats)],
            [.. episode.GetProperty("obs").EnumerateArray().Select(Floats)],
            [.. episode.GetProperty("states").EnumerateArray().Select(Doubles)],
            Doubles(episode.GetProperty("rewards")),
            [.. episode.GetProperty("terminated").EnumerateArray().Select(flag => flag.GetBoolean())],
            [.. episode.GetProperty("truncated").EnumerateArray().Select(flag => flag.GetBoolean())],
            episode.GetProperty("length").GetInt32()
        );

    private static double[] Doubles(JsonElement numbers) =>
        [.. numbers.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>A vector, or the index of a discrete action as a vector of one.</summary>
    private static float[] Floats(JsonElement numbers) =>
        numbers.ValueKind == JsonValueKind.Array
            ? [.. numbers.EnumerateArray().Select(number => (float)number.GetDouble())]
            : [(float)numbers.GetDouble()];
}
