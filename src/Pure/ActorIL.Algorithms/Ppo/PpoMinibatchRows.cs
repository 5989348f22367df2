using System.Collections.Immutable;

namespace ActorIL.Algorithms.Ppo;

/// <summary>One minibatch: some rows of a prepared rollout.</summary>
/// <param name="Prepared">The rollout.</param>
/// <param name="Rows">Row numbers, shape [B], each in [0, T × N).</param>
/// <param name="EndsEpoch">Whether every row was dealt out with it, since the epoch began.</param>
/// <param name="EndsUpdate">Whether it is the rollout's last.</param>
public sealed record PpoMinibatchRows(PpoPrepared Prepared, ImmutableArray<int> Rows, bool EndsEpoch, bool EndsUpdate);
