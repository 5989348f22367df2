using ActorIL.Core.Prelude;
using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// The loss of one minibatch and its gradient by all parameters. Actor and critic share no parameter, so they are two
/// parts that may run at the same time.
/// </summary>
/// <remarks>
/// L = −mean(min(ρ A, clip(ρ, 1 ± ε) A)) − c_H · mean(H) + c_V · L_V. Source: Schulman et al. 2017, arXiv:1707.06347,
/// eq. 9.
/// </remarks>
internal sealed class PpoLoss : IForkable, IDisposable
{
    private const int PartCount = 2;

    private readonly IForkJoin _forks;
    private readonly PpoMinibatch _minibatch;
    private readonly Scratch<float> _parameters;
    private readonly Scratch<float> _gradient;
    private readonly PpoActorTerm _actorTerm;
    private readonly PpoCriticTerm _criticTerm;
    private float _clip;
    private (SurrogateResult Surrogate, float Entropy) _policyResult;
    private float _valueResult;

    /// <param name="config">Settings.</param>
    /// <param name="networks">Actor and critic.</param>
    /// <param name="minibatch">B rows, gathered before each evaluation.</param>
    /// <param name="parameters">Flat, shape [actor | log standard deviations | critic].</param>
    /// <param name="gradient">Written by each evaluation, the parameters' shape.</param>
    /// <param name="forks">Who runs the parts.</param>
    public PpoLoss(
        PpoConfig config,
        PpoNetworks networks,
        PpoMinibatch minibatch,
        Scratch<float> parameters,
        Scratch<float> gradient,
        IForkJoin forks
    )
    {
        (_minibatch, _parameters, _gradient, _forks) = (minibatch, parameters, gradient, forks);
        _actorTerm = new(config, networks, minibatch.CountMax);
        _criticTerm = new(config, networks, minibatch.CountMax);
    }

    /// <param name="clip">ε, &gt; 0.</param>
    public PpoLossResult Evaluate(float clip)
    {
        _clip = clip;
        _forks.Run(this, PartCount);
        var (surrogate, entropy) = _policyResult;
        return new(surrogate.Loss, _valueResult, entropy, surrogate.ApproximateKl, surrogate.ClipFraction);
    }

    void IForkable.RunPart(int part)
    {
        if (part == 0)
        {
            _policyResult = _actorTerm.Evaluate(_parameters.Span, _minibatch, _clip, _gradient.Span);
        }
        else
        {
            _valueResult = _criticTerm.Evaluate(_parameters.Span, _minibatch, _clip, _gradient.Span);
        }
    }

    public void Dispose()
    {
        _actorTerm.Dispose();
        _criticTerm.Dispose();
    }
}
