using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Checks;

/// <summary>The list of claims, in the order reports have.</summary>
internal static class ConformanceClaims<TEnvironment, TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    public static ImmutableArray<ConformanceClaim<TEnvironment, TParams, TState>> All =>
        [.. OfStarts, .. OfEpisodes, .. OfSteps];

    private static ImmutableArray<ConformanceClaim<TEnvironment, TParams, TState>> OfStarts =>
        [
            new(
                "spaces",
                "The spaces depend on the parameters alone and are not empty.",
                StartChecks<TEnvironment, TParams, TState>.SpacesAreFixed
            ),
            new(
                "fields",
                "State and parameters describe their fields in ascending order under different names.",
                StartChecks<TEnvironment, TParams, TState>.FieldsAreDescribed
            ),
            new(
                "parameters-round-trip",
                "Parameters read back from their bytes give the same bytes.",
                StartChecks<TEnvironment, TParams, TState>.ParametersReadBack
            ),
            new(
                "reset-repeats",
                "The same key gives the same start.",
                StartChecks<TEnvironment, TParams, TState>.ResetRepeats
            ),
            new(
                "starts-vary",
                "Different keys give different starts; episodes that all start alike are one episode.",
                StartChecks<TEnvironment, TParams, TState>.StartsVary,
                OnlyWarns: true
            ),
        ];

    private static ImmutableArray<ConformanceClaim<TEnvironment, TParams, TState>> OfEpisodes =>
        [
            new(
                "episodes-repeat",
                "The same key and actions give the same episode, bit for bit.",
                EpisodeChecks<TEnvironment, TParams, TState>.EpisodesRepeat
            ),
            new(
                "episodes-independent",
                "Two episodes stepped in turn go as each does alone.",
                EpisodeChecks<TEnvironment, TParams, TState>.EpisodesAreIndependent
            ),
            new(
                "steps-repeat",
                "A second step from the same state, action and key gives the same result.",
                EpisodeChecks<TEnvironment, TParams, TState>.StepsRepeat
            ),
            new(
                "inputs-unchanged",
                "Steps change neither the state they start from nor the parameters.",
                EpisodeChecks<TEnvironment, TParams, TState>.StepsLeaveTheirInput
            ),
            new(
                "state-round-trip",
                "Every state read back from its bytes gives the same bytes.",
                EpisodeChecks<TEnvironment, TParams, TState>.StatesReadBack
            ),
            new(
                "snapshot-goes-on",
                "An episode restored from bytes goes on as if never interrupted.",
                EpisodeChecks<TEnvironment, TParams, TState>.SnapshotsGoOn
            ),
        ];

    private static ImmutableArray<ConformanceClaim<TEnvironment, TParams, TState>> OfSteps =>
        [
            new(
                "observation-whole",
                "Observe writes every number and depends on the state alone.",
                EpisodeChecks<TEnvironment, TParams, TState>.ObservationsAreWhole
            ),
            new(
                "observation-finite",
                "Observations are finite, the final one included.",
                EpisodeChecks<TEnvironment, TParams, TState>.ObservationsAreFinite
            ),
            new(
                "observation-in-space",
                "Observations lie in their space, the final one included.",
                EpisodeChecks<TEnvironment, TParams, TState>.ObservationsAreInSpace
            ),
            new("reward-finite", "Rewards are finite.", EpisodeChecks<TEnvironment, TParams, TState>.RewardsAreFinite),
            new(
                "actions",
                "Every action is taken, those at the bounds of the space included.",
                EpisodeChecks<TEnvironment, TParams, TState>.EveryActionIsTaken
            ),
            new(
                "episodes-end",
                "Episodes end, by themselves or by a time limit.",
                EpisodeChecks<TEnvironment, TParams, TState>.EpisodesEnd,
                OnlyWarns: true
            ),
        ];
}
