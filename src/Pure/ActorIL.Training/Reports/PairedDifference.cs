using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>
/// How much more a policy scores than another from the same start states through the same noise: episode by episode,
/// with a 95 % interval of the mean.
/// </summary>
/// <param name="Reference">The stage whose returns are subtracted.</param>
/// <param name="Count">Episodes n, ≥ 1.</param>
/// <param name="Mean">Mean difference of returns; negative where the reference is better.</param>
/// <param name="CiLow">Lower end of the interval.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
public sealed record PairedDifference(string Reference, int Count, double Mean, double CiLow, double CiHigh)
    : IFields<PairedDifference>
{
    public static TypeName Name => new("paired-difference", 1);

    public static PairedDifference Fields<TVisitor>(scoped ref TVisitor visitor, PairedDifference? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var reference = value?.Reference ?? "";
        var count = value?.Count ?? 0;
        var mean = value?.Mean ?? 0;
        var ciLow = value?.CiLow ?? 0;
        var ciHigh = value?.CiHigh ?? 0;
        visitor.Field(1, "reference", ref reference);
        visitor.Field(2, "count", ref count);
        visitor.Field(3, "mean", ref mean);
        visitor.Field(4, "ci_low", ref ciLow);
        visitor.Field(5, "ci_high", ref ciHigh);
        return TVisitor.Rebuilds ? new(reference, count, mean, ciLow, ciHigh) : value!;
    }
}
