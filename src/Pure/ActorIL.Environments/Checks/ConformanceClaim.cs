using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Checks;

/// <summary>A claim with the search for evidence against it.</summary>
/// <param name="Name">Short, for tables.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Search">Yields evidence against the claim.</param>
/// <param name="OnlyWarns">Whether evidence means a warning, not a failure.</param>
internal sealed record ConformanceClaim<TEnvironment, TParams, TState>(
    string Name,
    string Text,
    Func<Trial<TEnvironment, TParams, TState>, IEnumerable<ConformanceEvidence>> Search,
    bool OnlyWarns = false)
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    /// <summary>The outcome with the first evidence found; whatever an environment throws is a failure.</summary>
    public ConformanceCheck Try(TParams parameters, ConformancePlan plan)
    {
        var position = new ConformanceEvidence(plan.FirstSeed, StepIndex: -1, "no exception", "");
        try
        {
            var trial = new Trial<TEnvironment, TParams, TState>(parameters, plan);
            return new(Name, Text, Outcome(trial, ref position));
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            return new(Name, Text, new ConformanceOutcome.Failed(
                position with { Found = $"{cause.GetType().Name}: {cause.Message}" }));
        }
    }

    private ConformanceOutcome Outcome(Trial<TEnvironment, TParams, TState> trial, ref ConformanceEvidence position)
    {
        try
        {
            foreach (var evidence in Search(trial))
            {
                return OnlyWarns
                    ? new ConformanceOutcome.Warned(evidence)
                    : new ConformanceOutcome.Failed(evidence);
            }

            return new ConformanceOutcome.Passed();
        }
        finally
        {
            position = position with { Seed = trial.Seed, StepIndex = trial.StepIndex };
        }
    }
}
