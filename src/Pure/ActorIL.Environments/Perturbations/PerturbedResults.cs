using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Perturbations;

/// <summary>Which perturbed episodes recovered, in order of episode.</summary>
public sealed record PerturbedResults : IFields<PerturbedResults>
{
    /// <param name="wideStarts">1 for an episode that recovered from its wide start, else 0; shape [n].</param>
    /// <param name="pushes">1 for an episode that recovered from its push, else 0; shape [n].</param>
    /// <param name="stepCount">Environment steps of all of them together, ≥ 0.</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public PerturbedResults(ImmutableArray<byte> wideStarts, ImmutableArray<byte> pushes, long stepCount)
    {
        Shape.Require("pushes", pushes.Length, wideStarts.Length, columns: 1);
        (WideStarts, Pushes, StepCount) = (wideStarts, pushes, stepCount);
    }

    public static TypeName Name => new("perturbed-results", 1);

    /// <summary>Shape [n].</summary>
    public ImmutableArray<byte> WideStarts { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<byte> Pushes { get; }

    public long StepCount { get; }

    /// <summary>n.</summary>
    public int Count => WideStarts.Length;

    /// <summary>The results of consecutive parts as one.</summary>
    public static PerturbedResults Join(ImmutableArray<PerturbedResults> parts) =>
        new(
            [.. parts.SelectMany(static part => part.WideStarts)],
            [.. parts.SelectMany(static part => part.Pushes)],
            parts.Sum(static part => part.StepCount)
        );

    public static PerturbedResults Fields<TVisitor>(scoped ref TVisitor visitor, PerturbedResults? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var wideStarts = value?.WideStarts ?? [];
        var pushes = value?.Pushes ?? [];
        var stepCount = value?.StepCount ?? 0L;
        visitor.Field(1, "wide_starts", ref wideStarts);
        visitor.Field(2, "pushes", ref pushes);
        visitor.Field(3, "step_count", ref stepCount);
        return TVisitor.Rebuilds ? new(wideStarts, pushes, stepCount) : value!;
    }
}
