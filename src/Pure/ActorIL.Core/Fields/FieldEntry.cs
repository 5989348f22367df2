namespace ActorIL.Core.Fields;

/// <summary>One field of a decoded record.</summary>
public readonly record struct FieldEntry(FieldDescription Description, FieldNode Value);
