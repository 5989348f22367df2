namespace ActorIL.Hocon.Terms;

/// <summary>What a term will be as far as its syntax tells.</summary>
internal enum TermKind
{
    Text,
    Array,
    Object,
    IndexedObject,
    Unknown,
}
