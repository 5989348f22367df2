using System.Collections.Immutable;

namespace ActorIL.Hocon.Terms;

/// <summary>A key with the values it was given, the oldest first; a value that hides all older ones is the first.</summary>
internal sealed record FieldTerm(string Key, HoconOrigin KeyOrigin, ImmutableArray<Term> Stack);
