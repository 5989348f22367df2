using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Checks;

/// <summary>
/// Plays episodes of one environment for the checks, and remembers where it stands in case something throws.
/// </summary>
internal sealed class Trial<TEnvironment, TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    private readonly ConformancePlan _plan;
    private readonly ImmutableArray<float> _low;
    private readonly ImmutableArray<float> _high;

    public Trial(TParams parameters, ConformancePlan plan)
    {
        (Parameters, _plan, Seed) = (parameters, plan, plan.FirstSeed);
        (Observations, Actions) = (TEnvironment.Observations(parameters), TEnvironment.Actions(parameters));
        (_low, _high) = SpaceSampler.Bounds(Actions);
    }

    public TParams Parameters { get; }

    public Space Observations { get; }

    public Space Actions { get; }

    public IEnumerable<ulong> Seeds => Enumerable.Range(0, _plan.EpisodeCount).Select(i => _plan.FirstSeed + (ulong)i);

    /// <summary>The episode last worked on.</summary>
    public ulong Seed { get; private set; }

    /// <summary>The step last worked on; -1 is the start.</summary>
    public int StepIndex { get; private set; } = -1;

    /// <summary>Evidence from where the trial stands.</summary>
    public ConformanceEvidence Evidence(string expected, string found) => new(Seed, StepIndex, expected, found);

    public Frame<TState> Start(ulong seed)
    {
        (Seed, StepIndex) = (seed, -1);
        return Look(TEnvironment.Reset(Parameters, RngKey.Root(seed)), reward: 0, Ending.None);
    }

    public Frame<TState> Step(ulong seed, int stepIndex, TState state, ActionChoice choice)
    {
        (Seed, StepIndex) = (seed, stepIndex);
        var key = EpisodeKeys.Step(EpisodeKeys.Steps(RngKey.Root(seed)), stepIndex);
        var result = TEnvironment.Step(Parameters, state, new(Action(choice).AsSpan()), key);
        return Look(result.State, result.Reward, result.Ending);
    }

    /// <summary>A whole episode, start included, as it happens.</summary>
    /// <param name="seed">Which episode.</param>
    /// <param name="choice">Its actions.</param>
    /// <param name="between">What the state goes through before each step.</param>
    public IEnumerable<Frame<TState>> Walk(ulong seed, ActionChoice choice, Func<TState, TState> between)
    {
        var frame = Start(seed);
        yield return frame;
        for (var step = 0; frame.Ending == Ending.None && step < _plan.StepCountMax; step++)
        {
            frame = Step(seed, step, between(frame.State), choice);
            yield return frame;
        }
    }

    public IEnumerable<Frame<TState>> Walk(ulong seed, ActionChoice choice) => Walk(seed, choice, state => state);

    public ImmutableArray<Frame<TState>> Play(ulong seed, ActionChoice choice, Func<TState, TState> between) =>
        [.. Walk(seed, choice, between)];

    public ImmutableArray<Frame<TState>> Play(ulong seed, ActionChoice choice) => [.. Walk(seed, choice)];

    /// <summary>
    /// Every moment of every episode: sampled actions, and one episode at each bound of the action space.
    /// </summary>
    public IEnumerable<Frame<TState>> AllFrames() => Seeds.SelectMany(seed => Walk(seed, ActionChoice.Sampled))
        .Concat(Walk(_plan.FirstSeed, ActionChoice.Low))
        .Concat(Walk(_plan.FirstSeed, ActionChoice.High));

    /// <summary>Whether an episode has another step.</summary>
    public bool GoesOn(List<Frame<TState>> frames) =>
        frames[^1].Ending == Ending.None && frames.Count <= _plan.StepCountMax;

    /// <summary>One more step of an episode, unless it is over.</summary>
    public void Extend(ulong seed, List<Frame<TState>> frames)
    {
        if (GoesOn(frames))
        {
            frames.Add(Step(seed, frames.Count - 1, frames[^1].State, ActionChoice.Sampled));
        }
    }

    public ImmutableArray<float> Observe(TState state, float filling)
    {
        var observation = new float[Observations.Size];
        observation.AsSpan().Fill(filling);
        TEnvironment.Observe(Parameters, state, observation);
        return [.. observation];
    }

    /// <summary>Evidence unless the bytes can be read and written back unchanged.</summary>
    public ImmutableArray<ConformanceEvidence> ReadsBack<T>(ImmutableArray<byte> bytes)
        where T : IFields<T> =>
        FieldCodec.Read<T>(bytes.AsSpan(), _ => null).Match<ImmutableArray<ConformanceEvidence>>(
            value =>
            {
                var expected = Convert.ToHexStringLower(bytes.AsSpan());
                var found = Convert.ToHexStringLower(FieldCodec.Bytes(value).AsSpan());
                return expected == found ? [] : [Evidence($"bytes {expected} again", found)];
            },
            error => [Evidence("bytes that can be read", error.ToString())]);

    private ImmutableArray<float> Action(ActionChoice choice) => choice switch
    {
        ActionChoice.Sampled => SpaceSampler.Sample(Actions, RngKey.Root(Seed).Fold("actions").Fold((ulong)StepIndex)),
        ActionChoice.Low => _low,
        ActionChoice.High => _high,
    };

    private Frame<TState> Look(TState state, double reward, Ending ending) =>
        new(state, FieldCodec.Bytes(state), reward, ending, Observe(state, filling: 0));
}
