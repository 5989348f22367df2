using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Training.Blocks;

namespace ActorIL.Training.Collection;

/// <summary>Puts the chunks of several blocks side by side into one rollout.</summary>
public static class RolloutMerging
{
    /// <summary>One rollout of all environments, in order of block, then environment.</summary>
    /// <param name="chunks">Chunks of the same request, in order of block, at least one.</param>
    /// <exception cref="ArgumentException">The chunks have different lengths or sizes.</exception>
    public static Collected Merge(ImmutableArray<BlockChunk> chunks)
    {
        var expertStepCount = chunks.Sum(chunk => chunk.ExpertStepCount);
        ImmutableArray<double> returns = [.. chunks.SelectMany(chunk => chunk.Returns)];
        return new(chunks.Length == 1 ? chunks[0].Rollout : SideBySide(chunks), returns, expertStepCount, Labelled: []);
    }

    private static Rollout SideBySide(ImmutableArray<BlockChunk> chunks)
    {
        var first = chunks[0].Rollout;
        return new Rollout(
            chunks.Sum(chunk => chunk.Rollout.EnvironmentCount),
            first.ObservationSize,
            first.ActionSize,
            Interleave(chunks, first.StepCount, rollout => rollout.Observations, first.ObservationSize),
            Interleave(chunks, first.StepCount, rollout => rollout.Actions, first.ActionSize),
            Interleave(chunks, first.StepCount, rollout => rollout.Rewards, 1),
            Interleave(chunks, first.StepCount, rollout => rollout.Endings, 1),
            FinalObservations(chunks, first.StepCount, first.ObservationSize),
            [.. chunks.SelectMany(chunk => chunk.Rollout.LastObservations)]
        ).WithLogProbabilities(
            first.LogProbabilities.IsEmpty
                ? []
                : Interleave(chunks, first.StepCount, rollout => rollout.LogProbabilities, 1)
        );
    }

    private static ImmutableArray<T> Interleave<T>(
        ImmutableArray<BlockChunk> chunks,
        int stepCount,
        Func<Rollout, ImmutableArray<T>> column,
        int size
    )
    {
        var merged = ImmutableArray.CreateBuilder<T>(chunks.Sum(chunk => column(chunk.Rollout).Length));
        for (var step = 0; step < stepCount; step++)
        {
            foreach (var chunk in chunks)
            {
                var width = chunk.Rollout.EnvironmentCount * size;
                merged.AddRange(column(chunk.Rollout).AsSpan().Slice(step * width, width));
            }
        }

        return merged.MoveToImmutable();
    }

    /// <summary>
    /// Each block lists its truncated steps in order of time; this goes through all of them in the order of the merged
    /// one.
    /// </summary>
    private static ImmutableArray<float> FinalObservations(ImmutableArray<BlockChunk> chunks, int stepCount, int size)
    {
        var merged = ImmutableArray.CreateBuilder<float>();
        var taken = new int[chunks.Length];
        for (var step = 0; step < stepCount; step++)
        {
            for (var block = 0; block < chunks.Length; block++)
            {
                var rollout = chunks[block].Rollout;
                var endings = rollout.Endings.AsSpan().Slice(step * rollout.EnvironmentCount, rollout.EnvironmentCount);
                foreach (var ending in endings)
                {
                    if (ending == (byte)Ending.Truncated)
                    {
                        merged.AddRange(rollout.FinalObservations.AsSpan().Slice(taken[block]++ * size, size));
                    }
                }
            }
        }

        return merged.ToImmutable();
    }
}
