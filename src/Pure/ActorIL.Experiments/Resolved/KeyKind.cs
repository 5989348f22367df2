namespace ActorIL.Experiments.Resolved;

/// <summary>What a key decides. The reference configuration says it above each key, in these words.</summary>
public enum KeyKind
{
    /// <summary>Part of what a run computes, from its start to its end; enters the configuration's hash.</summary>
    Semantic,

    /// <summary>Semantic too, but a fork may change it where it begins.</summary>
    Changeable,

    /// <summary>How a run is carried out; any value gives the same digest.</summary>
    Operational,
}
