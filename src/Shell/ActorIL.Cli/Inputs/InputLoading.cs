using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Experiments.Inputs;
using ActorIL.Storage.Datasets;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Inputs;

/// <summary>Reads the files that a run names and holds them against what the run is about.</summary>
internal static class InputLoading
{
    /// <summary>The run with its files, or what is wrong with them.</summary>
    public static Result<BoundRun, ImmutableArray<Error>> Load(BoundRun run, InputShelf shelf)
    {
        var errors = ImmutableArray.CreateBuilder<Error>();
        var loaded = ImmutableArray.CreateBuilder<LoadedInput>();
        var (inputs, warnings) = (RunInputs.None, ImmutableArray<string>.Empty);
        foreach (var reference in run.References)
        {
            var problem = InputSearch
                .Find(reference, shelf)
                .Then(input => Take(run.Plan, inputs, input).Map(taken => (Input: input, Taken: taken)))
                .Match<Error?>(
                    found =>
                    {
                        loaded.Add(found.Input);
                        inputs = found.Taken.Inputs;
                        warnings = warnings.AddRange(found.Taken.Warnings);
                        return null;
                    },
                    error => error
                );
            if (problem is not null)
            {
                errors.Add(problem);
            }
        }

        return errors.Count > 0
            ? Result.Failure<BoundRun, ImmutableArray<Error>>(errors.ToImmutable())
            : Result.Success<BoundRun, ImmutableArray<Error>>(
                run.With(
                    inputs,
                    [.. loaded.Select(input => input.Reference)],
                    [.. loaded.SelectMany(input => input.Files)]
                ) with
                {
                    Warnings = warnings,
                }
            );
    }

    private static Result<(RunInputs Inputs, ImmutableArray<string> Warnings), Error> Take(
        RunPlan plan,
        RunInputs inputs,
        LoadedInput input
    ) =>
        input.Reference.Role switch
        {
            InputRole.Expert => Policy(plan, input, PolicyChecks.AsExpert)
                .Map(policy => (inputs with { Expert = policy }, ImmutableArray<string>.Empty)),
            InputRole.Start => Policy(plan, input, PolicyChecks.AsStart)
                .Map(policy => (inputs with { Start = policy }, ImmutableArray<string>.Empty)),
            InputRole.Demonstrations => Demonstrations(plan, input)
                .Map(found => (inputs with { Demonstrations = found.Given }, found.Warnings)),
        };

    private static Result<PolicySnapshot, Error> Policy(
        RunPlan plan,
        LoadedInput input,
        Func<RunPlan, SavedPolicy, string, Error?> check
    ) =>
        PolicyFile
            .Load(input.Open(), input.Where)
            .Then(saved =>
                check(plan, saved, input.Where) is { } problem
                    ? Result.Failure<PolicySnapshot, Error>(problem)
                    : Result.Success<PolicySnapshot, Error>(saved.Snapshot)
            );

    private static Result<(GivenDemonstrations Given, ImmutableArray<string> Warnings), Error> Demonstrations(
        RunPlan plan,
        LoadedInput input
    ) =>
        DatasetFile
            .Of(input.Where, input.Open(), input.SidecarText)
            .Then(dataset =>
                DatasetUse
                    .Labels(dataset, plan.Environment)
                    .Map(labels =>
                        (
                            new GivenDemonstrations(
                                labels,
                                dataset.Content.Features.Episodes ? dataset.Content.Episodes.Length : 0
                            ),
                            Warnings(dataset, input.Where)
                        )
                    )
            );

    private static ImmutableArray<string> Warnings(LoadedDataset dataset, string where)
    {
        var missing = InfoSession.Missing(dataset);
        return missing.IsEmpty ? [] : [$"{where} does not say: {string.Join(", ", missing)}"];
    }
}
