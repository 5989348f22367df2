using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Perturbations;

/// <summary>
/// What happens to the episodes of one run of them, by ordinal, and which of them recovered. Working memory of one
/// caller.
/// </summary>
internal sealed class Disturbance<TState>
{
    private readonly IPerturbation<TState> _perturbation;
    private readonly bool _isPush;
    private readonly RngKey _key;
    private readonly int[] _steps;
    private readonly byte[] _recovered;
    private readonly long _firstEpisode;

    public Disturbance(IPerturbation<TState> perturbation, bool isPush, EpisodeBudget budget, RngKey key)
    {
        (_perturbation, _isPush, _key, _firstEpisode) = (perturbation, isPush, key, budget.FirstEpisode);
        _steps = new int[budget.EpisodeCount];
        _recovered = new byte[budget.EpisodeCount];
        for (var ordinal = 0; isPush && ordinal < _steps.Length; ordinal++)
        {
            _steps[ordinal] = PerturbedEpisodes.PushStep(perturbation.Terms, key, _firstEpisode + ordinal);
        }
    }

    /// <summary>1 for an episode that recovered, else 0.</summary>
    public ImmutableArray<byte> Recovered => [.. _recovered];

    /// <summary>Puts the episode where it starts.</summary>
    public void Start(int ordinal, ref Slot<TState> slot)
    {
        if (!_isPush)
        {
            slot.State = _perturbation.WideStart(PerturbedEpisodes.WideStartKey(EpisodeKey(ordinal)));
        }
    }

    /// <summary>Whether the episode has come to the step at which it is pushed, before it is seen again.</summary>
    public bool IsDue(int ordinal, int stepCount) => _isPush && stepCount == _steps[ordinal];

    public void Push(int ordinal, ref Slot<TState> slot) =>
        slot.State = _perturbation.Push(slot.State, PerturbedEpisodes.PushKey(EpisodeKey(ordinal)));

    /// <summary>Whether this is the state that is judged.</summary>
    public bool IsOver(int ordinal, int stepCount) => stepCount >= _steps[ordinal] + _perturbation.Terms.RecoverySteps;

    public void End(int ordinal, in TState state, Ending ending) =>
        _recovered[ordinal] = _perturbation.HasRecovered(state, ending) ? (byte)1 : (byte)0;

    private RngKey EpisodeKey(int ordinal) => EpisodeKeys.Episode(_key, _firstEpisode + ordinal);
}
