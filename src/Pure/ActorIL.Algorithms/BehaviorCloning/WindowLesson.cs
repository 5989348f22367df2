using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>
/// Windows of consecutive steps, for a network with memory. The steps before a window fill the memory and are not
/// learnt from; where an episode starts the memory is zero, so that a window at a start needs no such steps. No window
/// and no memory reaches from one episode into another.
/// </summary>
/// <remarks>
/// Source: Kapturowski et al. 2019 (R2D2), "Recurrent experience replay in distributed reinforcement learning", the
/// burn-in of section 3.
/// </remarks>
internal sealed class WindowLesson : ILesson
{
    private readonly PolicyArchitecture _policy;
    private readonly LabelledBatch _data;
    private readonly ReadOnlyMemory<float> _features;
    private readonly LabelLoss _loss;
    private readonly int _windowSteps;
    private readonly int _burnInSteps;
    private readonly Scratch<int> _firsts;
    private readonly Scratch<int> _episodeStarts;
    private readonly float[] _burnIn;
    private readonly float[] _input;
    private readonly byte[] _burnInResets;
    private readonly byte[] _resets;
    private readonly int[] _learntRows;
    private readonly int[] _learntPlaces;
    private readonly float[] _memory;
    private readonly float[] _workspace;
    private readonly float[] _output;
    private readonly float[] _outputGradient;
    private readonly float[] _learntOutput;
    private readonly float[] _learntGradient;
    private readonly float[] _learntLabels;

    /// <param name="config">Length of windows and of what comes before them.</param>
    /// <param name="policy">Whose loss.</param>
    /// <param name="data">Whole episodes with at least one labelled step.</param>
    /// <param name="rows">The labelled steps; a window starts at each. Empty for all.</param>
    /// <param name="batchSize">Most windows of a gradient step, ≥ 1.</param>
    /// <exception cref="ArgumentException">Episodes are not known.</exception>
    public WindowLesson(
        BehaviorCloningConfig config,
        PolicyArchitecture policy,
        LabelledBatch data,
        ReadOnlySpan<int> rows,
        int batchSize
    )
    {
        if (!data.HasEpisodes)
        {
            throw new ArgumentException("A student with memory wants rows whose episodes are known.");
        }

        (_policy, _data, _windowSteps, _burnInSteps) = (policy, data, config.WindowSteps, config.BurnInSteps);
        _features = ViewFeatures.Of(policy, data);
        (_firsts, _episodeStarts) = (Firsts(data, rows), EpisodeStarts(data));
        var (outputs, learntMax) = (policy.Network.OutputCount, batchSize * _windowSteps);
        _loss = new(policy, learntMax);
        _burnIn = new float[batchSize * _burnInSteps * policy.FeatureCount];
        _input = new float[learntMax * policy.FeatureCount];
        (_burnInResets, _resets) = (new byte[batchSize * _burnInSteps], new byte[learntMax]);
        (_learntRows, _learntPlaces) = (new int[learntMax], new int[learntMax]);
        _memory = new float[batchSize * policy.Network.MemoryCount];
        _workspace = new float[
            Math.Max(
                SequenceNetwork.WorkspaceLength(policy.Network, new(_windowSteps, batchSize)),
                SequenceNetwork.ForwardWorkspaceLength(policy.Network, new(_burnInSteps, batchSize))
            )
        ];
        _output = new float[Math.Max(learntMax, batchSize * _burnInSteps) * outputs];
        (_outputGradient, _learntOutput, _learntGradient) = (
            new float[learntMax * outputs],
            new float[learntMax * outputs],
            new float[learntMax * outputs]
        );
        _learntLabels = new float[learntMax * data.ActionSize];
    }

    public int ItemCount => _firsts.Span.Length;

    public float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<int> items, Span<float> gradient)
    {
        var network = _policy.Network;
        var own = parameters[..network.ParameterCount];
        var shape = new SequenceShape(_windowSteps, items.Length);
        var learntCount = Lay(items);
        Remember(own, items.Length);
        var memory = _memory.AsSpan(0, items.Length * network.MemoryCount);
        var input = _input.AsSpan(0, shape.RowCount * _policy.FeatureCount);
        var resets = _resets.AsSpan(0, shape.RowCount);
        var output = _output.AsSpan(0, shape.RowCount * network.OutputCount);
        var outputGradient = _outputGradient.AsSpan(0, output.Length);
        SequenceNetwork.Forward(network, own, in shape, input, resets, memory, _workspace, output, memory);
        var loss = Compare(output, learntCount, outputGradient);
        SequenceNetwork.Backward(
            network,
            own,
            in shape,
            input,
            resets,
            _workspace,
            outputGradient,
            gradient[..network.ParameterCount]
        );
        gradient[network.ParameterCount..].Clear();
        return loss;
    }

    public void Dispose()
    {
        _loss.Dispose();
        _firsts.Dispose();
        _episodeStarts.Dispose();
    }

    /// <summary>Lays windows side by side, time outermost; returns how many steps are learnt from.</summary>
    private int Lay(ReadOnlySpan<int> items)
    {
        var learntCount = 0;
        for (var window = 0; window < items.Length; window++)
        {
            var first = _firsts.Span[items[window]];
            var start = _episodeStarts.Span[first];
            for (var step = 0; step < _burnInSteps; step++)
            {
                Place(first - _burnInSteps + step, start, (step * items.Length) + window, _burnIn, _burnInResets);
            }

            for (var step = 0; step < _windowSteps; step++)
            {
                var (row, place) = (first + step, (step * items.Length) + window);
                Place(row, start, place, _input, _resets);
                if (IsOf(row, start) && (_data.Labelled.IsEmpty || _data.Labelled[row] != 0))
                {
                    (_learntRows[learntCount], _learntPlaces[learntCount]) = (row, place);
                    learntCount++;
                }
            }
        }

        return learntCount;
    }

    /// <summary>A step of the episode, or a step of nothing: zeros on a memory of zeros.</summary>
    private void Place(int row, int start, int place, float[] input, byte[] resets)
    {
        var features = input.AsSpan(place * _policy.FeatureCount, _policy.FeatureCount);
        if (IsOf(row, start))
        {
            _features.Span.Slice(row * features.Length, features.Length).CopyTo(features);
            resets[place] = row == start ? (byte)1 : (byte)0;
        }
        else
        {
            features.Clear();
            resets[place] = 1;
        }
    }

    private bool IsOf(int row, int start) => row >= start && row < _data.Count && _episodeStarts.Span[row] == start;

    /// <summary>Fills the memory with what came before the windows.</summary>
    private void Remember(ReadOnlySpan<float> parameters, int windowCount)
    {
        var network = _policy.Network;
        var memory = _memory.AsSpan(0, windowCount * network.MemoryCount);
        memory.Clear();
        if (_burnInSteps > 0)
        {
            var shape = new SequenceShape(_burnInSteps, windowCount);
            SequenceNetwork.Forward(
                network,
                parameters,
                in shape,
                _burnIn.AsSpan(0, shape.RowCount * _policy.FeatureCount),
                _burnInResets.AsSpan(0, shape.RowCount),
                memory,
                _workspace,
                _output.AsSpan(0, shape.RowCount * network.OutputCount),
                memory
            );
        }
    }

    /// <summary>The loss over the learnt steps, and its gradient where they stand; 0 elsewhere.</summary>
    private float Compare(ReadOnlySpan<float> output, int learntCount, Span<float> outputGradient)
    {
        var outputs = _policy.Network.OutputCount;
        var learnt = _learntOutput.AsSpan(0, learntCount * outputs);
        var gradient = _learntGradient.AsSpan(0, learnt.Length);
        var labels = _learntLabels.AsSpan(0, learntCount * _data.ActionSize);
        var places = _learntPlaces.AsSpan(0, learntCount);
        RowGathering.Gather(output, outputs, places, learnt);
        RowGathering.Gather(_data.Labels.AsSpan(), _data.ActionSize, _learntRows.AsSpan(0, learntCount), labels);
        var loss = _loss.Evaluate(learnt, labels, gradient);
        outputGradient.Clear();
        for (var i = 0; i < places.Length; i++)
        {
            gradient.Slice(i * outputs, outputs).CopyTo(outputGradient[(places[i] * outputs)..]);
        }

        return loss;
    }

    /// <summary>The rows that windows start at.</summary>
    private static Scratch<int> Firsts(LabelledBatch data, ReadOnlySpan<int> rows)
    {
        var firsts = new Scratch<int>(rows.IsEmpty ? data.Count : rows.Length);
        rows.CopyTo(firsts.Span);
        for (var row = rows.Length; row < firsts.Span.Length; row++)
        {
            firsts.Span[row] = row;
        }

        return firsts;
    }

    /// <summary>For each row the first row of its episode.</summary>
    private static Scratch<int> EpisodeStarts(LabelledBatch data)
    {
        var starts = new Scratch<int>(data.Count);
        var first = 0;
        for (var row = 0; row < data.Count; row++)
        {
            first = data.Starts[row] != 0 ? row : first;
            starts.Span[row] = first;
        }

        return starts;
    }
}
