namespace ActorIL.Hocon.Syntax;

/// <summary>An include statement as it was written.</summary>
internal readonly record struct IncludeStatement(IncludeKind Kind, bool IsRequired, string Name, HoconOrigin Origin);
