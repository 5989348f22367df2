using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>Supervised learning of a policy from labelled observations.</summary>
public static class BehaviorCloningUpdate
{
    /// <summary>Takes the configured number of gradient steps over shuffled passes of the data.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="policy">The student's shape.</param>
    /// <param name="state">Where it starts.</param>
    /// <param name="data">At least one labelled observation.</param>
    /// <param name="key">Shuffles; the caller has folded its own counter in.</param>
    /// <returns>The next state, and how the loss fell.</returns>
    /// <exception cref="ArgumentException">There is no data.</exception>
    public static Fitted<BehaviorCloningState> Train(
        BehaviorCloningConfig config,
        PolicyArchitecture policy,
        BehaviorCloningState state,
        LabelledBatch data,
        RngKey key
    )
    {
        if (data.LabelCount == 0)
        {
            throw new ArgumentException("There are no labelled observations to learn from.");
        }

        using var lesson = Lesson(config, policy, data);
        return Train(config, state, lesson, key);
    }

    /// <summary>The same of any lesson.</summary>
    internal static Fitted<BehaviorCloningState> Train(
        BehaviorCloningConfig config,
        BehaviorCloningState state,
        ILesson lesson,
        RngKey key
    )
    {
        using var trainer = new LessonTrainer(
            new(config.LearningRate, config.BatchSize, config.GradientNormMax, config.AdamEpsilon),
            lesson,
            state.Parameters,
            state.FirstMoments,
            state.SecondMoments,
            state.GradientStepCount
        );
        trainer.Run(config.GradientSteps(lesson.ItemCount), key);
        var next = new BehaviorCloningState(
            trainer.Parameters,
            trainer.FirstMoments,
            trainer.SecondMoments,
            trainer.GradientStepCount
        );
        return new(next, trainer.Loss) { Curve = trainer.Curve };
    }

    private static ILesson Lesson(BehaviorCloningConfig config, PolicyArchitecture policy, LabelledBatch data)
    {
        using var rows = LabelledRows(data);
        var batchSize = Math.Min(config.BatchSize, data.LabelCount);
        return policy.Network.MemoryCount > 0
            ? new WindowLesson(config, policy, data, rows.Span, batchSize)
            : new StepLesson(policy, data, rows.Span, batchSize);
    }

    /// <summary>The rows that have a label; none where all have.</summary>
    private static Scratch<int> LabelledRows(LabelledBatch data)
    {
        var rows = new Scratch<int>(data.Labelled.IsEmpty ? 0 : data.LabelCount);
        for (var (row, count) = (0, 0); count < rows.Span.Length; row++)
        {
            if (data.Labelled[row] != 0)
            {
                rows.Span[count++] = row;
            }
        }

        return rows;
    }
}
