using ActorIL.Core.Fields;

namespace ActorIL.Plugins.Shipped;

/// <summary>What the section ensemble of a student says.</summary>
/// <param name="Size">Students, ≥ 2.</param>
/// <param name="Threshold">Uncertainty above which the expert is asked, ≥ 0.</param>
/// <param name="LabelsPerEpisode">Most labels an episode, ≥ 1.</param>
internal sealed record UncertaintyParameters(int Size, double Threshold, int LabelsPerEpisode)
    : IFields<UncertaintyParameters>
{
    public static TypeName Name => new("uncertainty-parameters", 1);

    public static UncertaintyParameters Fields<TVisitor>(scoped ref TVisitor visitor, UncertaintyParameters? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var size = value?.Size ?? 0;
        var threshold = value?.Threshold ?? 0.0;
        var labelsPerEpisode = value?.LabelsPerEpisode ?? 0;
        visitor.Field(1, "size", ref size);
        visitor.Field(2, "threshold", ref threshold);
        visitor.Field(3, "labels_per_episode", ref labelsPerEpisode);
        return TVisitor.Rebuilds ? new(size, threshold, labelsPerEpisode) : value!;
    }
}
