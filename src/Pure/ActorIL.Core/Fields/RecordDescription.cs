using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>The schema of a type: its own fields, and every type it mentions, in order of first mention.</summary>
public sealed record RecordDescription(
    TypeName Name, ImmutableArray<FieldDescription> Fields, ImmutableArray<RecordDescription> Mentioned);
