using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// A rollout with its advantages, ready to be learnt from: the first of the parts of an update, for whoever runs them
/// one by one. Parts run in their order have the bits of <see cref="PpoUpdate.Update"/>.
/// </summary>
public sealed class PpoPrepared : IDisposable
{
    private PpoPrepared(PpoConfig config, PpoNetworks networks, PpoState state, Rollout rollout, IForkJoin forks)
    {
        (Config, Networks, State, Rollout) = (config, networks, state, rollout);
        Batch = PpoBatch.Prepare(config, networks, state, rollout, forks);
    }

    /// <summary>Settings.</summary>
    public PpoConfig Config { get; }

    /// <summary>Actor and critic.</summary>
    public PpoNetworks Networks { get; }

    /// <summary>The state whose critic has valued it, and that learns from it.</summary>
    public PpoState State { get; }

    /// <summary>What it was made of.</summary>
    public Rollout Rollout { get; }

    /// <summary>Shape [T × N], not normalised.</summary>
    public ReadOnlySpan<float> Advantages => Batch.Advantages;

    /// <summary>What the critic learns, shape [T × N], in units of the scaled reward.</summary>
    public ReadOnlySpan<float> Returns => Batch.Returns;

    internal PpoBatch Batch { get; }

    /// <summary>Values a rollout and estimates its advantages.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="networks">Actor and critic.</param>
    /// <param name="state">State to go on from.</param>
    /// <param name="rollout">
    /// T steps of N environments, by the state's own policy; or by another, and then with their log-probabilities.
    /// </param>
    /// <param name="forks">Who runs what actor and critic do apart; null for nobody but the caller.</param>
    public static PpoPrepared Of(
        PpoConfig config,
        PpoNetworks networks,
        PpoState state,
        Rollout rollout,
        IForkJoin? forks = null
    ) => new(config, networks, state, rollout, forks ?? OneByOne.Instance);

    /// <summary>Deals the rows out, shuffled anew in each epoch; an epoch is drawn when it is asked for.</summary>
    /// <param name="key">Shuffles; the caller has folded its own update counter in.</param>
    public IEnumerable<PpoMinibatchRows> Minibatches(RngKey key)
    {
        for (var epoch = 0; epoch < Config.EpochCount; epoch++)
        {
            var order = Order(key.Fold((ulong)epoch));
            for (var start = 0; start < order.Length; start += Config.MinibatchSize)
            {
                var end = Math.Min(start + Config.MinibatchSize, order.Length);
                var endsEpoch = end == order.Length;
                yield return new(this, order[start..end], endsEpoch, endsEpoch && epoch == Config.EpochCount - 1);
            }
        }
    }

    /// <summary>Gives its memory back, once nothing is learnt from it any longer.</summary>
    public void Dispose() => Batch.Dispose();

    private ImmutableArray<int> Order(RngKey key)
    {
        var order = new int[Batch.Count];
        Draw.Permutation(key, order);
        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }
}
