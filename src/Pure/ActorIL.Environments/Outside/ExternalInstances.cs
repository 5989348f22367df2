using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Outside;

/// <summary>
/// The instances of one process and where each of them stands. A state is looked for among them first, so that whoever
/// goes on from where he was needs nothing restored; else an instance that nobody needs is brought there. Mutable
/// working memory of one caller at a time; worth nothing after a failure.
/// </summary>
/// <param name="identity">What the program said of itself.</param>
/// <param name="exchange">The process.</param>
/// <param name="exchangeCountMax">The most instances that are stepped in one exchange, ≥ 1.</param>
/// <param name="instanceCountMax">The most instances that the program runs, ≥ 1.</param>
public sealed class ExternalInstances(
    ExternalIdentity identity,
    IExternalExchange exchange,
    int exchangeCountMax,
    int instanceCountMax
)
{
    private readonly List<ExternalInstance> _instances = [];
    private readonly ExternalRestoring _restoring = new(identity, exchange, exchangeCountMax);
    private readonly int _actionSize = identity.Actions.Size;
    private string _holder = "";
    private int _next;
    private long _time;
    private int[] _numbers = [];
    private float[] _observations = [];

    /// <summary>Floats of an observation.</summary>
    public int ObservationSize { get; } = identity.Observations.Size;

    /// <summary>The most instances that are stepped in one exchange.</summary>
    public int ExchangeCountMax { get; } = exchangeCountMax;

    /// <summary>Somebody begins to use them; what was kept for him is his to use.</summary>
    /// <param name="holder">Who.</param>
    public void Begin(string holder)
    {
        (_holder, _next) = (holder, 0);
        foreach (var instance in _instances)
        {
            instance.Holder = instance.Holder == holder ? "" : instance.Holder;
        }
    }

    /// <summary>He is done for now.</summary>
    /// <param name="keeps">Whether those he used stay where they are until he comes again.</param>
    public void End(bool keeps)
    {
        foreach (var instance in _instances.Where(static instance => instance.IsTaken))
        {
            LetGo(instance);
            instance.Holder = keeps ? _holder : "";
        }
    }

    /// <summary>Makes sure that so many can be taken.</summary>
    internal void Reserve(int count)
    {
        var missing = count - _instances.Count(IsFree);
        if (missing > 0)
        {
            Open(missing);
        }
    }

    /// <summary>An instance that stands at a state, or is due there.</summary>
    internal ExternalInstance Take(ExternalState state) => Claim(Standing(state) ?? Idle() ?? Opened(), state);

    /// <summary>The same, for who has one already and goes on with it where no other stands there.</summary>
    internal ExternalInstance TakeInstead(ExternalInstance before, ExternalState state)
    {
        if (before.Is(state))
        {
            return before;
        }

        if (Standing(state) is not { } other)
        {
            return Claim(before, state);
        }

        LetGo(before);
        return Claim(other, state);
    }

    /// <summary>It can be taken by others.</summary>
    internal void LetGo(ExternalInstance instance)
    {
        instance.IsTaken = false;
        instance.LetGoAt = ++_time;
    }

    /// <summary>Brings those that are due elsewhere there, together.</summary>
    /// <exception cref="RowFailureException">What one of them shows cannot be.</exception>
    /// <exception cref="ExternalFailureException">The process failed, or is not deterministic.</exception>
    internal void Settle(ReadOnlySpan<ExternalInstance?> instances) => _restoring.Run(instances);

    /// <summary>Steps them once; nothing is reset.</summary>
    /// <param name="instances">Shape [n].</param>
    /// <param name="actions">Shape [n, action size].</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <param name="endings">Written, shape [n].</param>
    /// <exception cref="RowFailureException">What one of them gave cannot be.</exception>
    /// <exception cref="ExternalFailureException">The process failed.</exception>
    internal void Step(
        ReadOnlySpan<ExternalInstance> instances,
        ReadOnlySpan<float> actions,
        Span<double> rewards,
        Span<Ending> endings
    )
    {
        Settle(instances);
        Grow(instances.Length);
        for (var start = 0; start < instances.Length; start += ExchangeCountMax)
        {
            var count = Math.Min(ExchangeCountMax, instances.Length - start);
            for (var i = 0; i < count; i++)
            {
                _numbers[i] = instances[start + i].Number;
            }

            exchange.Step(
                _numbers.AsSpan(0, count),
                actions.Slice(start * _actionSize, count * _actionSize),
                _observations.AsSpan(start * ObservationSize, count * ObservationSize),
                rewards.Slice(start, count),
                endings.Slice(start, count)
            );
        }

        for (var row = 0; row < instances.Length; row++)
        {
            var observation = _observations.AsSpan(row * ObservationSize, ObservationSize);
            ObservationCheck.Require(identity.Observations, row, observation);
            ObservationCheck.RequireReward(row, rewards[row]);
            instances[row]
                .Advance(
                    actions.Slice(row * _actionSize, _actionSize),
                    observation,
                    keepsAction: !identity.RestoresSnapshots
                );
        }
    }

    /// <summary>One state, with no instance of one's own.</summary>
    internal StepResult<ExternalState> StepAlone(ExternalState state, ReadOnlySpan<float> action)
    {
        var instance = Take(state);
        var (rewards, endings) = (new double[1], new Ending[1]);
        Step([instance], action, rewards, endings);
        var next = StateOf(instance, [instance]);
        LetGo(instance);
        return endings[0] switch
        {
            Ending.None => StepResult.Continue(next, rewards[0]),
            Ending.Terminated => StepResult.Terminated(next, rewards[0]),
            Ending.Truncated => StepResult.Truncated(next, rewards[0]),
        };
    }

    /// <summary>What one state shows, with no instance of one's own.</summary>
    internal void ObserveAlone(ExternalState state, Span<float> observation)
    {
        var instance = Take(state);
        Settle([instance]);
        instance.Observation.CopyTo(observation);
        LetGo(instance);
    }

    /// <summary>The state of one instance, as a value.</summary>
    /// <param name="instance">Which.</param>
    /// <param name="company">Those whose states will be asked for next: one exchange asks for all of them.</param>
    internal ExternalState StateOf(ExternalInstance instance, ReadOnlySpan<ExternalInstance?> company)
    {
        if (identity.RestoresSnapshots && LacksSnapshot(instance))
        {
            FetchSnapshots(company);
        }

        return instance.ToState();
    }

    private static bool LacksSnapshot(ExternalInstance instance) =>
        instance is { Due: null, StepCount: > 0, Snapshot.IsEmpty: true };

    private void FetchSnapshots(ReadOnlySpan<ExternalInstance?> company)
    {
        var lacking = company.ToArray().OfType<ExternalInstance>().Where(LacksSnapshot).ToImmutableArray();
        foreach (var part in lacking.Chunk(ExchangeCountMax))
        {
            var snapshots = exchange.Snapshot(part.Select(static instance => instance.Number).ToArray());
            for (var i = 0; i < part.Length; i++)
            {
                part[i].Snapshot = snapshots[i];
            }
        }
    }

    private static ExternalInstance Claim(ExternalInstance instance, ExternalState state)
    {
        instance.IsTaken = true;
        if (!instance.Is(state))
        {
            instance.Due = state;
        }

        return instance;
    }

    /// <summary>A free instance that stands where the state is; rows come in the order they were in.</summary>
    private ExternalInstance? Standing(ExternalState state)
    {
        for (var i = 0; i < _instances.Count; i++)
        {
            var index = (_next + i) % _instances.Count;
            if (IsFree(_instances[index]) && _instances[index].Is(state))
            {
                _next = index + 1;
                return _instances[index];
            }
        }

        return null;
    }

    /// <summary>The free instance that was not used for longest; null where more are to be opened first.</summary>
    private ExternalInstance? Idle()
    {
        var free = _instances.Where(IsFree).ToImmutableArray();
        var isEnough = free.Length >= ExchangeCountMax || _instances.Count >= instanceCountMax;
        return free.Any(static instance => !instance.IsKnown) ? free.First(static instance => !instance.IsKnown)
            : isEnough ? free.MinBy(static instance => instance.LetGoAt)
            : null;
    }

    private ExternalInstance Opened()
    {
        Open(1);
        return _instances.First(IsFree);
    }

    private bool IsFree(ExternalInstance instance) =>
        !instance.IsTaken && (instance.Holder.Length == 0 || instance.Holder == _holder);

    /// <summary>Opens more; where the program runs no more, those that are kept for others are given up.</summary>
    private void Open(int count)
    {
        var opened = Math.Min(count, instanceCountMax - _instances.Count);
        if (opened > 0)
        {
            var first = exchange.Open(opened);
            _instances.AddRange(Enumerable.Range(first, opened).Select(static number => new ExternalInstance(number)));
        }

        foreach (var kept in _instances.Where(other => !other.IsTaken && !IsFree(other)).Take(count - opened).ToArray())
        {
            kept.Holder = "";
        }

        if (_instances.Count(IsFree) < count)
        {
            throw new ExternalFailureException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{identity.Id} runs {instanceCountMax} instances a process at most; more are wanted side by side. "
                ) + "Have fewer environments in a block, or set environment.instances to that number."
            );
        }
    }

    private void Grow(int count)
    {
        if (_numbers.Length < count)
        {
            (_numbers, _observations) = (new int[count], new float[count * ObservationSize]);
        }
    }
}
