using System.Globalization;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;

namespace ActorIL.Cli.Policies;

/// <summary>What was typed of a policy that its checkpoint knows better.</summary>
internal static class EvaluationChecks
{
    /// <summary>The candidate, if it is what it was said to be.</summary>
    public static Result<Candidate, Error> Check(
        EvaluationRequest request,
        Candidate candidate,
        EnvironmentCatalog catalog
    ) =>
        OfEnvironment(request, candidate, catalog)
            .Then(found =>
                request.HiddenSizes is { } wanted && HiddenSizes(found) is { } sizes && sizes != Normal(wanted)
                    ? Failure(
                        found.Source ?? found.Name,
                        $"hidden layers of {Shown(sizes)}",
                        $"{Shown(Normal(wanted))}, as --hidden-dims says",
                        "Leave --hidden-dims out: the checkpoint knows."
                    )
                    : Result.Success<Candidate, Error>(found)
            );

    private static Result<Candidate, Error> OfEnvironment(
        EvaluationRequest request,
        Candidate candidate,
        EnvironmentCatalog catalog
    ) =>
        request.EnvironmentId is not { } name || name == candidate.Environment.Id
            ? Result.Success<Candidate, Error>(candidate)
            : catalog
                .Find(name)
                .Then(entry =>
                    entry.Id == candidate.Environment.Id
                        ? Result.Success<Candidate, Error>(candidate)
                        : Failure(
                            candidate.Source ?? candidate.Name,
                            $"a policy for {candidate.Environment.Id}",
                            $"one for {entry.Id}, as --env-id says",
                            "Leave --env-id out, or give another checkpoint."
                        )
                );

    /// <summary>Null for a controller, which has no layers.</summary>
    private static string? HiddenSizes(Candidate candidate) =>
        Network(candidate.Policy) is { } network
            ? string.Join(
                ',',
                network.Architecture.Model.HiddenSizes.Select(size => size.ToString(CultureInfo.InvariantCulture))
            )
            : null;

    /// <summary>The members of an ensemble have the same layers.</summary>
    private static NetworkPolicy? Network(IPolicy policy) =>
        policy as NetworkPolicy ?? (policy as EnsemblePolicy)?.Members[0];

    private static string Normal(string sizes) =>
        string.Join(
            ',',
            sizes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );

    private static string Shown(string sizes) =>
        sizes.Length > 0 ? sizes.Replace(",", " ", StringComparison.Ordinal) : "none";

    private static Result<Candidate, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<Candidate, Error>(new(where, found, wanted, remedy));
}
