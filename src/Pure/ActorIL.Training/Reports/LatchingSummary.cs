using ActorIL.Core.Fields;
using ActorIL.Environments.Latching;

namespace ActorIL.Training.Reports;

/// <summary>How a policy holds on to its previous action, beside what its expert would do in the same states.</summary>
/// <param name="Count">Episodes n, ≥ 1.</param>
/// <param name="RepeatShare">Of all steps but first ones: the policy repeated its action; in [0, 1].</param>
/// <param name="ExpertRepeatShare">Of the same steps: the expert would have repeated it; in [0, 1].</param>
/// <param name="MeanRunSteps">Steps that an action is held for in the mean, ≥ 1.</param>
/// <param name="Latched">Episodes in which it held on while the expert contradicted.</param>
public sealed record LatchingSummary(
    int Count,
    double RepeatShare,
    double ExpertRepeatShare,
    double MeanRunSteps,
    RateSummary Latched
) : IFields<LatchingSummary>
{
    public static TypeName Name => new("latching-summary", 1);

    /// <exception cref="ArgumentOutOfRangeException">There are no episodes.</exception>
    public static LatchingSummary Of(LatchingResults results)
    {
        var (pairs, repeats) = (Sum(results.PairCounts.AsSpan()), Sum(results.RepeatCounts.AsSpan()));
        var some = Math.Max(1, pairs);
        return new(
            results.Count,
            (double)repeats / some,
            (double)Sum(results.ExpertRepeatCounts.AsSpan()) / some,
            (double)(pairs + results.Count) / (pairs - repeats + results.Count),
            RateSummary.Of(results.Latched.AsSpan().Count((byte)1), results.Count)
        );
    }

    public static LatchingSummary Fields<TVisitor>(scoped ref TVisitor visitor, LatchingSummary? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var repeatShare = value?.RepeatShare ?? 0;
        var expertRepeatShare = value?.ExpertRepeatShare ?? 0;
        var meanRunSteps = value?.MeanRunSteps ?? 0;
        var latched = value?.Latched;
        visitor.Field(1, "count", ref count);
        visitor.Field(2, "repeat_share", ref repeatShare);
        visitor.Field(3, "expert_repeat_share", ref expertRepeatShare);
        visitor.Field(4, "mean_run_steps", ref meanRunSteps);
        visitor.Record(5, "latched", ref latched);
        return TVisitor.Rebuilds ? new(count, repeatShare, expertRepeatShare, meanRunSteps, latched!) : value!;
    }

    private static long Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
