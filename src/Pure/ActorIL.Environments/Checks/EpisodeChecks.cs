using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Checks;

/// <summary>Claims about whole episodes. Each yields the evidence against it; what yields nothing holds.</summary>
internal static class EpisodeChecks<TEnvironment, TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    public static IEnumerable<ConformanceEvidence> EpisodesRepeat(Trial<TEnvironment, TParams, TState> trial) =>
        trial.Seeds.SelectMany(seed => Frames.Difference(
            seed, trial.Play(seed, ActionChoice.Sampled), trial.Play(seed, ActionChoice.Sampled)));

    public static IEnumerable<ConformanceEvidence> EpisodesAreIndependent(Trial<TEnvironment, TParams, TState> trial)
    {
        foreach (var (first, second) in trial.Seeds.Zip(trial.Seeds.Skip(1)))
        {
            var (firstAlone, secondAlone) =
                (trial.Play(first, ActionChoice.Sampled), trial.Play(second, ActionChoice.Sampled));
            var (firstTogether, secondTogether) = Interleave(trial, first, second);
            foreach (var evidence in Frames.Difference(first, firstAlone, firstTogether)
                .AddRange(Frames.Difference(second, secondAlone, secondTogether)))
            {
                yield return evidence;
            }
        }
    }

    public static IEnumerable<ConformanceEvidence> StepsRepeat(Trial<TEnvironment, TParams, TState> trial) =>
        from seed in trial.Seeds
        from item in trial.Play(seed, ActionChoice.Sampled).SkipLast(1).Select((frame, step) => (frame, step))
        let expected = trial.Step(seed, item.step, item.frame.State, ActionChoice.Sampled)
        let found = trial.Step(seed, item.step, item.frame.State, ActionChoice.Sampled)
        from evidence in Frames.Difference(seed, item.step, expected, found)
        select evidence;

    public static IEnumerable<ConformanceEvidence> StepsLeaveTheirInput(Trial<TEnvironment, TParams, TState> trial)
    {
        var parameters = FieldCodec.Bytes(trial.Parameters);
        foreach (var seed in trial.Seeds)
        {
            var frames = trial.Play(seed, ActionChoice.Sampled);
            for (var i = 0; i < frames.Length; i++)
            {
                var now = FieldCodec.Bytes(frames[i].State);
                if (!now.AsSpan().SequenceEqual(frames[i].Bytes.AsSpan()))
                {
                    var expected = Frames.Text<TState>(frames[i].Bytes);
                    yield return new(seed, i, $"state {expected}", Frames.Text<TState>(now));
                }
            }
        }

        if (!FieldCodec.Bytes(trial.Parameters).AsSpan().SequenceEqual(parameters.AsSpan()))
        {
            yield return trial.Evidence(
                $"parameters {Frames.Text<TParams>(parameters)}", $"({FieldText.Of(trial.Parameters)})");
        }
    }

    public static IEnumerable<ConformanceEvidence> StatesReadBack(Trial<TEnvironment, TParams, TState> trial) =>
        from seed in trial.Seeds
        from frame in trial.Walk(seed, ActionChoice.Sampled)
        from evidence in trial.ReadsBack<TState>(frame.Bytes)
        select evidence;

    /// <summary>Every step starts from bytes, so anything the description leaves out is lost at once.</summary>
    public static IEnumerable<ConformanceEvidence> SnapshotsGoOn(Trial<TEnvironment, TParams, TState> trial) =>
        trial.Seeds.SelectMany(seed => Frames.Difference(
            seed, trial.Play(seed, ActionChoice.Sampled), trial.Play(seed, ActionChoice.Sampled, ThroughBytes)));

    public static IEnumerable<ConformanceEvidence> ObservationsAreWhole(Trial<TEnvironment, TParams, TState> trial) =>
        from seed in trial.Seeds
        from frame in trial.Walk(seed, ActionChoice.Sampled)
        let other = trial.Observe(frame.State, filling: 1234.5f)
        where !Frames.SameBits(frame.Observation, other)
        select trial.Evidence(
            $"observation {FieldText.Of(frame.Observation.AsSpan())} into a buffer of any content",
            FieldText.Of(other.AsSpan()));

    public static IEnumerable<ConformanceEvidence> ObservationsAreFinite(Trial<TEnvironment, TParams, TState> trial) =>
        from frame in trial.AllFrames()
        where !frame.Observation.All(float.IsFinite)
        select trial.Evidence("finite numbers", FieldText.Of(frame.Observation.AsSpan()));

    public static IEnumerable<ConformanceEvidence> ObservationsAreInSpace(Trial<TEnvironment, TParams, TState> trial) =>
        from frame in trial.AllFrames()
        where !trial.Observations.Contains(frame.Observation.AsSpan())
        select trial.Evidence($"an element of {trial.Observations}", FieldText.Of(frame.Observation.AsSpan()));

    public static IEnumerable<ConformanceEvidence> RewardsAreFinite(Trial<TEnvironment, TParams, TState> trial) =>
        from frame in trial.AllFrames()
        where !double.IsFinite(frame.Reward)
        select trial.Evidence("a finite reward", Frames.Number(frame.Reward));

    public static IEnumerable<ConformanceEvidence> EveryActionIsTaken(Trial<TEnvironment, TParams, TState> trial)
    {
        // Playing is enough: an action that is refused throws.
        foreach (var _ in trial.AllFrames())
        {
        }

        return [];
    }

    public static IEnumerable<ConformanceEvidence> EpisodesEnd(Trial<TEnvironment, TParams, TState> trial)
    {
        var ended = trial.Seeds.Any(seed => trial.Play(seed, ActionChoice.Sampled)[^1].Ending != Ending.None);
        return ended ? [] : [trial.Evidence("an episode that ends, or a time limit", "none that did")];
    }

    private static TState ThroughBytes(TState state) =>
        FieldCodec.Read<TState>(FieldCodec.Bytes(state).AsSpan(), _ => null).Require();

    private static (ImmutableArray<Frame<TState>> First, ImmutableArray<Frame<TState>> Second) Interleave(
        Trial<TEnvironment, TParams, TState> trial, ulong first, ulong second)
    {
        var firstFrames = new List<Frame<TState>> { trial.Start(first) };
        var secondFrames = new List<Frame<TState>> { trial.Start(second) };
        while (trial.GoesOn(firstFrames) || trial.GoesOn(secondFrames))
        {
            trial.Extend(first, firstFrames);
            trial.Extend(second, secondFrames);
        }

        return ([.. firstFrames], [.. secondFrames]);
    }
}
