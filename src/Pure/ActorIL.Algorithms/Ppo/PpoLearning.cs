using ActorIL.Core.Prelude;

namespace ActorIL.Algorithms.Ppo;

/// <summary>The last part of an update: one gradient step after the other, and the next state.</summary>
/// <param name="prepared">What is learnt from; whoever made it disposes of it.</param>
/// <param name="forks">Who runs what actor and critic do apart; null for nobody but the caller.</param>
public sealed class PpoLearning(PpoPrepared prepared, IForkJoin? forks = null) : IDisposable
{
    private readonly PpoPass _pass = new(
        prepared.Config,
        prepared.Networks,
        prepared.State,
        prepared.Batch,
        forks ?? OneByOne.Instance
    );

    /// <summary>False once the KL stop has ended the update: minibatches that follow are passed over.</summary>
    public bool Continues => _pass.Continues;

    /// <summary>Takes a gradient step.</summary>
    /// <param name="minibatch">The next of <see cref="PpoPrepared.Minibatches"/>.</param>
    public void Learn(PpoMinibatchRows minibatch)
    {
        if (Continues)
        {
            _pass.Learn(minibatch.Rows.AsSpan(), minibatch.EndsEpoch);
        }
    }

    /// <summary>What was learnt: the next state, and what the update did.</summary>
    public (PpoState State, PpoMetrics Metrics) End() =>
        (PpoUpdate.Next(prepared.State, _pass, prepared.Rollout), _pass.Metrics());

    /// <summary>Gives its working memory back.</summary>
    public void Dispose() => _pass.Dispose();
}
