using System.Collections.Immutable;

namespace ActorIL.Experiments.Inputs;

/// <summary>A file that a run read and keeps.</summary>
/// <param name="Name">What it is called where it is kept.</param>
/// <param name="Bytes">All of it.</param>
public sealed record InputFile(string Name, ImmutableArray<byte> Bytes);
