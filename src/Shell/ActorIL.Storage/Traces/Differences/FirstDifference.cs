using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>The first delivery that two traces do not have in common.</summary>
/// <param name="Class">What kind of difference.</param>
/// <param name="One">As the first trace has it; null where it has none.</param>
/// <param name="Other">As the second trace has it; null where it has none.</param>
/// <param name="Fields">The fields that differ; default where payloads were not recorded.</param>
public sealed record FirstDifference(
    DivergenceClass Class,
    TraceEntry.Delivered? One,
    TraceEntry.Delivered? Other,
    ImmutableArray<FieldDifference> Fields
);
