namespace ActorIL.Storage.Mcap;

/// <summary>The first record of a file.</summary>
/// <param name="Profile">What the fields throughout the file conform to; may be empty.</param>
/// <param name="Library">Name and version of the writer.</param>
public sealed record McapHeader(string Profile, string Library);
