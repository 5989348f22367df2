namespace ActorIL.Core.Fields;

/// <summary>One field: its number and name never change meaning.</summary>
/// <param name="Number">Protocol Buffers field number, ascending within a record.</param>
/// <param name="Name">Lower-case name with underscores.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Nested">The type of nested records, otherwise null.</param>
public sealed record FieldDescription(int Number, string Name, FieldKind Kind, TypeName? Nested);
