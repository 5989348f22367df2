namespace ActorIL.Core.Contracts;

/// <summary>An action as its environment sees it, without a copy.</summary>
/// <param name="values">The flat action: one index for Discrete, the vector for Box; shape [action size].</param>
public readonly ref struct ActionView(ReadOnlySpan<float> values)
{
    private readonly ReadOnlySpan<float> _values = values;

    /// <summary>The chosen index of a Discrete action.</summary>
    public int Index => (int)_values[0];

    /// <summary>Component <paramref name="component"/> of a Box action.</summary>
    public float this[int component] => _values[component];

    public ReadOnlySpan<float> Values => _values;
}
