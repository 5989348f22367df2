using System.Collections.Immutable;

namespace ActorIL.Hocon.Terms;

/// <summary>A key with the values it was given, the oldest first; what they hide is left out.</summary>
internal sealed record FieldTerm(string Key, HoconOrigin KeyOrigin, ImmutableArray<Term> Stack);
