using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Checks;

/// <summary>
/// Claims about spaces, descriptions and start states. Each yields the evidence against it; what yields nothing
/// holds.
/// </summary>
internal static class StartChecks<TEnvironment, TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    public static IEnumerable<ConformanceEvidence> SpacesAreFixed(Trial<TEnvironment, TParams, TState> trial)
    {
        if (trial.Observations.Size < 1 || trial.Actions.Size < 1)
        {
            yield return trial.Evidence("spaces of size 1 or more", $"{trial.Observations} and {trial.Actions}");
        }

        var observations = TEnvironment.Observations(trial.Parameters);
        var actions = TEnvironment.Actions(trial.Parameters);
        if (observations != trial.Observations || actions != trial.Actions)
        {
            yield return trial.Evidence(
                $"{trial.Observations} and {trial.Actions} again", $"{observations} and {actions}");
        }
    }

    public static IEnumerable<ConformanceEvidence> FieldsAreDescribed(Trial<TEnvironment, TParams, TState> trial)
    {
        FieldCodec.Describe<TParams>();
        var fields = FieldCodec.Describe<TState>().Fields;
        if (fields.IsEmpty)
        {
            yield return trial.Evidence("a state of one field or more", "none");
        }

        foreach (var twice in fields.GroupBy(field => field.Name).Where(group => group.Count() > 1))
        {
            yield return trial.Evidence("field names that differ", $"'{twice.Key}' twice");
        }
    }

    public static IEnumerable<ConformanceEvidence> ParametersReadBack(Trial<TEnvironment, TParams, TState> trial) =>
        trial.ReadsBack<TParams>(FieldCodec.Bytes(trial.Parameters));

    public static IEnumerable<ConformanceEvidence> ResetRepeats(Trial<TEnvironment, TParams, TState> trial) =>
        trial.Seeds.SelectMany(seed => Frames.Difference(seed, stepIndex: -1, trial.Start(seed), trial.Start(seed)));

    public static IEnumerable<ConformanceEvidence> StartsVary(Trial<TEnvironment, TParams, TState> trial)
    {
        var starts = trial.Seeds.Select(seed => trial.Start(seed).Bytes).ToImmutableArray();
        if (starts.Skip(1).All(start => start.AsSpan().SequenceEqual(starts[0].AsSpan())))
        {
            yield return trial.Evidence(
                "another start for another key", $"{Frames.Text<TState>(starts[0])} for all {starts.Length} keys");
        }
    }
}
