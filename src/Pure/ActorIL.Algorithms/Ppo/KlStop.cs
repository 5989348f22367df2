namespace ActorIL.Algorithms.Ppo;

/// <summary>When the approximate KL divergence ends an update early.</summary>
public enum KlStop
{
    Off,

    /// <summary>Before the gradient step of a minibatch whose divergence exceeds 1.5 × target.</summary>
    Minibatch,

    /// <summary>After an epoch whose last minibatch's divergence exceeds the target.</summary>
    Epoch,
}
