using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Trainings;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Bench.Traces;

/// <summary>Training throughput with a trace of each level against none, in interleaved pairs.</summary>
public static class TraceBenchmark
{
    private static readonly ImmutableArray<TraceLevel> Levels =
    [
        TraceLevel.Seed,
        TraceLevel.Keys,
        TraceLevel.Actions,
        TraceLevel.Full,
    ];

    /// <summary>One row a level, from pairs of runs after one to warm up.</summary>
    /// <param name="run">The training: an expert by PPO.</param>
    /// <param name="workerCount">Worker threads of the parallel host, ≥ 1.</param>
    /// <param name="repetitionCount">Pairs of each level, ≥ 1.</param>
    public static Result<ImmutableArray<TraceRow>, Error> Run(BoundRun run, int workerCount, int repetitionCount)
    {
        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            return Measure(run, workerCount, repetitionCount, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Result<ImmutableArray<TraceRow>, Error> Measure(
        BoundRun run,
        int workerCount,
        int repetitionCount,
        string folder
    )
    {
        var rows = ImmutableArray.CreateBuilder<TraceRow>();
        var warm = TimedTraining
            .Run(run, TraceLevel.Actions, workerCount, folder)
            .Then(_ => TimedTraining.Run(run, TraceLevel.Off, workerCount, folder));
        foreach (var level in Levels)
        {
            var pairs = new List<(TimedRun Off, TimedRun On)>();
            for (var i = 0; i < repetitionCount && warm.Match(_ => true, _ => false); i++)
            {
                // First one, then the other goes first: whatever drifts touches both alike.
                var first = TimedTraining.Run(run, i % 2 == 0 ? TraceLevel.Off : level, workerCount, folder);
                var second = TimedTraining.Run(run, i % 2 == 0 ? level : TraceLevel.Off, workerCount, folder);
                warm = first.Then(one =>
                    second.Map(other =>
                    {
                        pairs.Add(i % 2 == 0 ? (one, other) : (other, one));
                        return other;
                    })
                );
            }

            if (pairs.Count == repetitionCount)
            {
                rows.Add(Row(level, TimedTraining.Steps(run.Plan), pairs));
            }
        }

        return warm.Map(_ => rows.ToImmutable());
    }

    private static TraceRow Row(TraceLevel level, long steps, List<(TimedRun Off, TimedRun On)> pairs)
    {
        var shares = pairs.Select(pair => pair.Off.Seconds / pair.On.Seconds).Order().ToImmutableArray();
        return new(
            level,
            steps / Medians.Of(pairs.Select(pair => pair.On.Seconds)),
            Medians.Of(shares),
            shares[0],
            shares[^1],
            (double)pairs[0].On.ByteCount / steps,
            pairs.Sum(pair => pair.On.StallCount)
        );
    }
}
