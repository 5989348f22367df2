namespace ActorIL.Algorithms.Ppo;

/// <summary>Sums of what minibatches reported, for their means.</summary>
internal sealed class PpoTotals
{
    private double _policyLoss;
    private double _valueLoss;
    private double _entropy;
    private double _approximateKl;
    private double _clipFraction;
    private double _gradientNorm;
    private int _count;

    public void Add(PpoLossResult result, float gradientNorm)
    {
        _policyLoss += result.PolicyLoss;
        _valueLoss += result.ValueLoss;
        _entropy += result.Entropy;
        _approximateKl += result.ApproximateKl;
        _clipFraction += result.ClipFraction;
        _gradientNorm += gradientNorm;
        _count++;
    }

    public PpoMetrics Mean(double explainedVariance)
    {
        var count = Math.Max(_count, 1);
        return new(
            _policyLoss / count,
            _valueLoss / count,
            _entropy / count,
            _approximateKl / count,
            _clipFraction / count,
            explainedVariance,
            _gradientNorm / count,
            _count
        );
    }
}
