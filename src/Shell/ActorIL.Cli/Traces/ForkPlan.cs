using System.Collections.Immutable;
using ActorIL.Cli.Inputs;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Cli.Traces;

/// <summary>What a fork changes.</summary>
/// <param name="Run">What it computes and how.</param>
/// <param name="ChangedKeys">The semantic keys with another value than before, in the order of the reference.</param>
internal sealed record ForkPlan(BoundRun Run, ImmutableArray<string> ChangedKeys)
{
    /// <summary>The plan of a fork; a key that is fixed in flight is an error, and every one is named.</summary>
    public static Result<ForkPlan, ImmutableArray<Error>> Of(ReplayedRun parent, ForkRequest request) =>
        ReplayedRun
            .Bind(parent.Trace.Path, parent.Trace.Manifest.Configuration, parent.Run.Catalog, request.Overrides)
            .Map(run => run.WithPlugins(parent.Run.Plugins))
            .Then(run => Of(parent.Run, run))
            .Then(plan => InputLoading.Load(plan.Run, InputShelf.Of(parent.Trace)).Map(run => plan with { Run = run }));

    private static Result<ForkPlan, ImmutableArray<Error>> Of(BoundRun before, BoundRun after)
    {
        var values = before.Configuration.Keys.ToDictionary(key => key.Path, key => key.Json, StringComparer.Ordinal);
        var changed = after
            .Configuration.Keys.Where(key => key.IsSemantic && values.GetValueOrDefault(key.Path) != key.Json)
            .ToImmutableArray();
        var refused = changed
            .Where(key => key.Kind == KeyKind.Semantic)
            .Select(key => Refusal(key, values.GetValueOrDefault(key.Path, "the shipped value")))
            .ToImmutableArray();
        return refused.IsEmpty
            ? Result.Success<ForkPlan, ImmutableArray<Error>>(new(after, [.. changed.Select(key => key.Path)]))
            : Result.Failure<ForkPlan, ImmutableArray<Error>>(refused);
    }

    private static Error Refusal(ResolvedKey key, string before) =>
        new(
            $"{ReferenceConfiguration.Root}.{key.Path}",
            $"{key.Json} instead of {before}",
            "the value it has: this key is fixed in flight",
            "Start a run of its own with it; hocon/reference.conf says which keys are changeable."
        );
}
