namespace ActorIL.Loading.References;

/// <summary>A use of a type or a member in compiled code, and the source line it came from.</summary>
/// <param name="Type">Full name with arity, such as <c>System.Numerics.Vector`1</c>.</param>
/// <param name="Member">The member's name; empty where only the type is named.</param>
/// <param name="Arguments">Type arguments of the member's call, joined by commas.</param>
/// <param name="Within">The method or field that uses it.</param>
/// <param name="Path">Source file, relative to the repository root where that is known; the method if unknown.</param>
/// <param name="LineNumber">From 1; 0 if unknown.</param>
internal sealed record Reference(
    string Type,
    string Member,
    string Arguments,
    string Within,
    string Path,
    int LineNumber
);
