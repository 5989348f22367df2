using System.Collections.Immutable;

namespace ActorIL.Algorithms.Fitting;

/// <summary>Means of the losses of equal parts of a call, the last of which may be shorter.</summary>
/// <param name="stepCount">Gradient steps of the call, ≥ 1.</param>
internal sealed class LossCurve(long stepCount)
{
    public const int PointCountMax = 20;

    private readonly long _partLength = (stepCount + PointCountMax - 1) / PointCountMax;
    private readonly ImmutableArray<LossAt>.Builder _points = ImmutableArray.CreateBuilder<LossAt>(PointCountMax);
    private double _sum;
    private long _count;

    /// <summary>The points so far; steps that have not filled a part yet are in the last one.</summary>
    public ImmutableArray<LossAt> Points => _points.ToImmutable();

    /// <summary>Takes note of a gradient step.</summary>
    /// <param name="gradientStepCount">Steps taken up to it, all calls together.</param>
    /// <param name="loss">Of its batch.</param>
    /// <param name="isLast">Whether the call ends with it.</param>
    public void Add(long gradientStepCount, double loss, bool isLast)
    {
        _sum += loss;
        if (++_count == _partLength || isLast)
        {
            _points.Add(new(gradientStepCount, _sum / _count));
            (_sum, _count) = (0, 0);
        }
    }
}
