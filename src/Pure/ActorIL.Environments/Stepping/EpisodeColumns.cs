using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Running episodes of one environment, a row each, stepped together: by the environment's own batch where it has one,
/// else one after the other. Whatever a batch cannot do is done one by one, which also finds whose step failed.
/// </summary>
/// <param name="module">Which environment.</param>
/// <param name="rowCountMax">Rows, ≥ 0.</param>
internal sealed class EpisodeColumns<TEnvironment, TParams, TState>(
    EnvironmentModule<TEnvironment, TParams, TState> module,
    int rowCountMax
)
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    /// <summary>Fewer resets are faster one by one: they do not fill a vector.</summary>
    private const int StartCountMin = 2;

    private readonly IStateBatch<TState>? _batch =
        rowCountMax < TEnvironment.BatchCountMin ? null : TEnvironment.Batch(module.Parameters, rowCountMax);
    private readonly ObservationGuard? _guard = ObservationGuard.Of(module);
    private readonly int _observationSize = module.Observations.Size;
    private readonly int _actionSize = module.Actions.Size;

    // Holds the states where there is no batch that does, else copies to work on.
    private readonly TState[] _states = new TState[rowCountMax];
    private readonly RngKey[] _stepsKeys = new RngKey[rowCountMax];
    private readonly RngKey[] _newStepsKeys = new RngKey[rowCountMax];
    private readonly long[] _episodeIndices = new long[rowCountMax];
    private readonly int[] _stepCounts = new int[rowCountMax];
    private readonly double[] _returns = new double[rowCountMax];

    /// <summary>
    /// Index of the first row's environment among those of all blocks; null where whole episodes are run.
    /// </summary>
    public int? FirstEnvironmentIndex { get; set; }

    /// <summary>Of each row, shape [rows].</summary>
    public ReadOnlySpan<long> EpisodeIndices => _episodeIndices;

    /// <summary>Steps taken in each row's episode, shape [rows].</summary>
    public ReadOnlySpan<int> StepCounts => _stepCounts;

    /// <summary>Sum of the rewards of each row's episode, shape [rows].</summary>
    public ReadOnlySpan<double> Returns => _returns;

    /// <summary>One row as a value.</summary>
    public Slot<TState> this[int row]
    {
        get =>
            new()
            {
                State = State(row),
                StepsKey = _stepsKeys[row],
                EpisodeIndex = _episodeIndices[row],
                StepCount = _stepCounts[row],
                Return = _returns[row],
            };
        set
        {
            if (_batch is null)
            {
                _states[row] = value.State;
            }
            else
            {
                _batch[row] = value.State;
            }

            (_stepsKeys[row], _episodeIndices[row]) = (value.StepsKey, value.EpisodeIndex);
            (_stepCounts[row], _returns[row]) = (value.StepCount, value.Return);
        }
    }

    /// <summary>The episode of one row goes on in another, whose own is over.</summary>
    public void Move(int from, int to)
    {
        if (_batch is null)
        {
            _states[to] = _states[from];
        }
        else
        {
            _batch.Move(from, to);
        }

        (_stepsKeys[to], _episodeIndices[to]) = (_stepsKeys[from], _episodeIndices[from]);
        (_stepCounts[to], _returns[to]) = (_stepCounts[from], _returns[from]);
    }

    /// <summary>Starts an episode in each of these rows.</summary>
    /// <param name="rows">Shape [n].</param>
    /// <param name="episodeIndices">Shape [n].</param>
    /// <param name="episodeKeys">Shape [n].</param>
    /// <exception cref="EnvironmentFailureException">A reset failed.</exception>
    public void Start(ReadOnlySpan<int> rows, ReadOnlySpan<long> episodeIndices, ReadOnlySpan<RngKey> episodeKeys)
    {
        if (_batch is null || rows.Length < StartCountMin)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                this[rows[i]] = SlotStepping<TEnvironment, TParams, TState>.Start(
                    module,
                    EnvironmentIndex(rows[i]),
                    episodeIndices[i],
                    episodeKeys[i]
                );
            }

            return;
        }

        _batch.Reset(rows, episodeKeys);
        EpisodeKeys.Steps(episodeKeys, _newStepsKeys.AsSpan(0, rows.Length));
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            (_stepsKeys[row], _episodeIndices[row]) = (_newStepsKeys[i], episodeIndices[i]);
            (_stepCounts[row], _returns[row]) = (0, 0);
        }
    }

    /// <summary>Steps the first n rows once. Nothing is reset.</summary>
    /// <param name="actions">Shape [n, action size].</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <param name="endings">Written, shape [n].</param>
    /// <exception cref="EnvironmentFailureException">A step failed.</exception>
    public void Step(ReadOnlySpan<float> actions, Span<double> rewards, Span<Ending> endings)
    {
        if (_batch is not null && TryStep(_batch, actions, rewards, endings))
        {
            Columns.Increment(_stepCounts.AsSpan(0, rewards.Length));
            Columns.Add(_returns.AsSpan(0, rewards.Length), rewards);
            return;
        }

        for (var row = 0; row < rewards.Length; row++)
        {
            endings[row] = Step(row, actions.Slice(row * _actionSize, _actionSize), out rewards[row]);
        }
    }

    /// <summary>Writes what each agent of the first n rows sees.</summary>
    /// <param name="observations">Written, shape [n, observation size].</param>
    /// <exception cref="EnvironmentFailureException">An observation failed or is not finite.</exception>
    public void Observe(Span<float> observations)
    {
        if (_batch is not null && TryObserve(_batch, observations))
        {
            return;
        }

        // One at a time, which also finds whose observation is not finite.
        for (var row = 0; row < observations.Length / _observationSize; row++)
        {
            Observe(row, observations.Slice(row * _observationSize, _observationSize));
        }
    }

    /// <summary>Writes what the agent of one row sees, shape [observation size].</summary>
    /// <exception cref="EnvironmentFailureException">The observation failed or is not finite.</exception>
    public void Observe(int row, Span<float> observation)
    {
        if (_batch is null || !TryObserve(_batch, row, observation))
        {
            SlotStepping<TEnvironment, TParams, TState>.Observe(module, Place(row), State(row), observation, _guard);
        }
    }

    private bool TryStep(
        IStateBatch<TState> batch,
        ReadOnlySpan<float> actions,
        Span<double> rewards,
        Span<Ending> endings
    )
    {
        try
        {
            return batch.TryStep(actions, rewards, endings);
        }
        catch (RowFailureException cause)
        {
            throw Failure(cause, cause.Row, actions.Slice(cause.Row * _actionSize, _actionSize));
        }
    }

    private bool TryObserve(IStateBatch<TState> batch, Span<float> observations)
    {
        try
        {
            batch.Observe(observations);
            return IsSound(observations);
        }
        catch (RowFailureException cause)
        {
            throw Failure(cause, cause.Row, action: []);
        }
    }

    private bool TryObserve(IStateBatch<TState> batch, int row, Span<float> observation)
    {
        try
        {
            return batch.TryObserve(row, observation) && IsSound(observation);
        }
        catch (RowFailureException cause)
        {
            throw Failure(cause, row, action: []);
        }
    }

    private EnvironmentFailureException Failure(Exception cause, int row, ReadOnlySpan<float> action) =>
        EnvironmentFailureException.Of(module, Place(row), State(row), action, cause);

    private bool IsSound(ReadOnlySpan<float> observations) =>
        Columns.AllFinite(observations) && _guard?.Contains(observations) != false;

    private Ending Step(int row, ReadOnlySpan<float> action, out double reward)
    {
        ref var state = ref State(row);
        var ending = SlotStepping<TEnvironment, TParams, TState>.Step(
            module,
            Place(row),
            ref state,
            _stepsKeys[row],
            action,
            out reward
        );
        _stepCounts[row]++;
        _returns[row] += reward;
        if (_batch is not null)
        {
            _batch[row] = state;
        }

        return ending;
    }

    /// <summary>The state of a row; where there is a batch, a copy of it.</summary>
    private ref TState State(int row)
    {
        if (_batch is not null)
        {
            _states[row] = _batch[row];
        }

        return ref _states[row];
    }

    private SlotPlace Place(int row) => new(EnvironmentIndex(row), _episodeIndices[row], _stepCounts[row]);

    private int EnvironmentIndex(int row) => FirstEnvironmentIndex is { } first ? first + row : 0;
}
