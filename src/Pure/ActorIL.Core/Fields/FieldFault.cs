namespace ActorIL.Core.Fields;

/// <summary>Where bytes stopped making sense, and what stood there.</summary>
internal readonly record struct FieldFault(int Offset, string Found);
