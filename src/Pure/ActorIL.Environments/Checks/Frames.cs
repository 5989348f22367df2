using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Checks;

/// <summary>Compares episodes bit for bit.</summary>
internal static class Frames
{
    /// <summary>Where two episodes of one seed first differ; nothing if they are the same.</summary>
    public static ImmutableArray<ConformanceEvidence> Difference<TState>(
        ulong seed, ImmutableArray<Frame<TState>> expected, ImmutableArray<Frame<TState>> found)
        where TState : IFields<TState>
    {
        for (var i = 0; i < Math.Min(expected.Length, found.Length); i++)
        {
            if (Difference(seed, i - 1, expected[i], found[i]) is [var evidence])
            {
                return [evidence];
            }
        }

        return expected.Length == found.Length
            ? []
            : [new(seed, Math.Min(expected.Length, found.Length) - 1, Steps(expected.Length), Steps(found.Length))];
    }

    /// <summary>How two moments differ; nothing if they are the same.</summary>
    public static ImmutableArray<ConformanceEvidence> Difference<TState>(
        ulong seed, int stepIndex, Frame<TState> expected, Frame<TState> found)
        where TState : IFields<TState>
    {
        ConformanceEvidence Evidence(string expected, string found) => new(seed, stepIndex, expected, found);
        if (!expected.Bytes.AsSpan().SequenceEqual(found.Bytes.AsSpan()))
        {
            return [Evidence($"state {Text<TState>(expected.Bytes)}", Text<TState>(found.Bytes))];
        }

        if (CanonicalNumbers.Bits(expected.Reward) != CanonicalNumbers.Bits(found.Reward))
        {
            return [Evidence($"reward {Number(expected.Reward)}", Number(found.Reward))];
        }

        if (expected.Ending != found.Ending)
        {
            return [Evidence($"ending {expected.Ending}", $"{found.Ending}")];
        }

        var (wanted, got) = (FieldText.Of(expected.Observation.AsSpan()), FieldText.Of(found.Observation.AsSpan()));
        return SameBits(expected.Observation, found.Observation) ? [] : [Evidence($"observation {wanted}", got)];
    }

    public static bool SameBits(ImmutableArray<float> first, ImmutableArray<float> second) =>
        first.Select(CanonicalNumbers.Bits).SequenceEqual(second.Select(CanonicalNumbers.Bits));

    /// <summary>A state, read back from its bytes so that later changes to the object do not show.</summary>
    public static string Text<TState>(ImmutableArray<byte> bytes)
        where TState : IFields<TState> =>
        FieldCodec.Read<TState>(bytes.AsSpan(), _ => null).Match(
            state => $"({FieldText.Of(state)})", _ => Convert.ToHexStringLower(bytes.AsSpan()));

    public static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Steps(int frameCount) => $"{Number(frameCount - 1)} steps";
}
