using ActorIL.Algorithms.Fitting;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Critics;

/// <summary>Regression of a critic: a batch in, the next state out.</summary>
public static class CriticUpdate
{
    /// <summary>Takes the configured number of gradient steps over shuffled passes of the batch.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="critic">The network.</param>
    /// <param name="state">Where it starts.</param>
    /// <param name="batch">At least one row of this critic.</param>
    /// <param name="key">Shuffles; the caller has folded its own counter in.</param>
    /// <returns>The next state, and the mean loss of the last pass in the targets' unit squared.</returns>
    /// <exception cref="ArgumentException">There are no rows, or the sizes disagree.</exception>
    public static (CriticState State, double Loss) Fit(
        CriticConfig config,
        Critic critic,
        CriticState state,
        CriticBatch batch,
        RngKey key
    )
    {
        if (batch.Count == 0 || batch.RowSize != critic.Network.InputCount)
        {
            throw new ArgumentException(
                $"{batch.Count} rows of {batch.RowSize} numbers; wanted one row or more of {critic.Network.InputCount}."
            );
        }

        using var lesson = new CriticLoss(config, critic.Network, batch);
        using var trainer = new LessonTrainer(
            new(config.LearningRate, config.BatchSize, config.GradientNormMax, config.AdamEpsilon),
            lesson,
            state.Parameters,
            state.FirstMoments,
            state.SecondMoments,
            state.GradientStepCount
        );
        trainer.Run(config.UpdateCount, key);
        var next = new CriticState(
            trainer.Parameters,
            trainer.FirstMoments,
            trainer.SecondMoments,
            trainer.GradientStepCount
        );
        return (next, trainer.Loss);
    }
}
