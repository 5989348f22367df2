using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>The schema of a type: its own fields, and every other type below it, once each, by name.</summary>
public sealed record RecordDescription(
    TypeName Name,
    ImmutableArray<FieldDescription> Fields,
    ImmutableArray<RecordDescription> Mentioned
);
