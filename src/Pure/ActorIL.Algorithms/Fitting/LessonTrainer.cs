using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Algorithms.Fitting;

/// <summary>
/// The working memory of one fit: shuffled passes over a lesson, in which parameters and moments change in place.
/// </summary>
internal sealed class LessonTrainer : IDisposable
{
    private readonly FitSettings _settings;
    private readonly ILesson _lesson;
    private readonly AdamSettings _adam;
    private readonly int _batchSize;
    private readonly Scratch<int> _order;
    private readonly Scratch<float> _gradient;
    private readonly Scratch<float> _parameters;
    private readonly Scratch<float> _firstMoments;
    private readonly Scratch<float> _secondMoments;

    /// <param name="settings">How steps are taken.</param>
    /// <param name="lesson">What is learnt; its batches have at most the settings' size.</param>
    /// <param name="parameters">Where the fit starts.</param>
    /// <param name="firstMoments">Adam's first moments, the parameters' shape.</param>
    /// <param name="secondMoments">Adam's second moments, the parameters' shape.</param>
    /// <param name="gradientStepCount">Gradient steps taken before.</param>
    public LessonTrainer(
        in FitSettings settings,
        ILesson lesson,
        ParameterBlock parameters,
        ParameterBlock firstMoments,
        ParameterBlock secondMoments,
        long gradientStepCount
    )
    {
        (_settings, _lesson) = (settings, lesson);
        _batchSize = Math.Min(settings.BatchSize, lesson.ItemCount);
        _adam = AdamSettings.Default with { Epsilon = settings.AdamEpsilon };
        _order = new(lesson.ItemCount);
        _gradient = new(parameters.Count);
        _parameters = new(parameters.Values);
        _firstMoments = new(firstMoments.Values);
        _secondMoments = new(secondMoments.Values);
        GradientStepCount = gradientStepCount;
    }

    /// <summary>How the loss fell in the last call.</summary>
    public ImmutableArray<LossAt> Curve { get; private set; } = [];

    /// <summary>The mean loss of the last pass; 0 before the first.</summary>
    public double Loss { get; private set; }

    public long GradientStepCount { get; private set; }

    public ParameterBlock Parameters => ParameterBlock.Copy(_parameters.Span);

    public ParameterBlock FirstMoments => ParameterBlock.Copy(_firstMoments.Span);

    public ParameterBlock SecondMoments => ParameterBlock.Copy(_secondMoments.Span);

    /// <summary>Takes so many gradient steps; pass i is shuffled by the key folded with i.</summary>
    public void Run(long stepCount, RngKey key)
    {
        var pass = 0UL;
        var curve = new LossCurve(stepCount);
        for (var left = stepCount; left > 0; pass++)
        {
            left -= RunPass(key.Fold(pass), left, curve);
        }

        Curve = curve.Points;
    }

    public void Dispose()
    {
        _order.Dispose();
        _gradient.Dispose();
        _parameters.Dispose();
        _firstMoments.Dispose();
        _secondMoments.Dispose();
    }

    private int RunPass(RngKey key, long stepsMax, LossCurve curve)
    {
        var order = _order.Span;
        Draw.Permutation(key, order);
        var (steps, sum) = (0, 0.0);
        for (var start = 0; start < order.Length && steps < stepsMax; start += _batchSize, steps++)
        {
            var loss = Step(order.Slice(start, Math.Min(_batchSize, order.Length - start)));
            sum += loss;
            curve.Add(GradientStepCount, loss, isLast: steps + 1 == stepsMax);
        }

        Loss = sum / steps;
        return steps;
    }

    private float Step(ReadOnlySpan<int> items)
    {
        var parameters = _parameters.Span;
        var gradient = _gradient.Span;
        var loss = _lesson.Evaluate(parameters, items, gradient);
        var scale = GradientClipping.Scale(GradientClipping.Norm(gradient), (float)_settings.GradientNormMax);
        Adam.Step(
            in _adam,
            _settings.LearningRate,
            ++GradientStepCount,
            scale,
            gradient,
            _firstMoments.Span,
            _secondMoments.Span,
            parameters
        );
        return loss;
    }
}
