namespace ActorIL.Algorithms.Critics;

/// <summary>The memory an estimate is written into, M = T × N rows.</summary>
/// <param name="inputs">Observations as the network sees them, shape [M, observation size].</param>
/// <param name="rewards">In the network's unit, shape [M].</param>
/// <param name="values">Written: V(s), shape [M].</param>
/// <param name="advantages">Written: Â, shape [M].</param>
/// <param name="returns">Written: Â + V(s), shape [M].</param>
internal readonly ref struct AdvantageColumns(
    ReadOnlySpan<float> inputs,
    ReadOnlySpan<float> rewards,
    Span<float> values,
    Span<float> advantages,
    Span<float> returns
)
{
    public ReadOnlySpan<float> Inputs { get; } = inputs;

    public ReadOnlySpan<float> Rewards { get; } = rewards;

    public Span<float> Values { get; } = values;

    public Span<float> Advantages { get; } = advantages;

    public Span<float> Returns { get; } = returns;
}
