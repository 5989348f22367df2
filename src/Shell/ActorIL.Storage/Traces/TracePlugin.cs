namespace ActorIL.Storage.Traces;

/// <summary>A plug-in that took part in a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Contract">The contract it was built for.</param>
/// <param name="FileHash">SHA-256 of its file, 64 hexadecimal digits.</param>
/// <param name="Path">Where it was: a note, no part of what it is.</param>
/// <param name="IsComputing">Whether it brings more than hosts, so that a replay needs it.</param>
/// <param name="AmbientCallCount">Uses in its code of what makes runs differ, which somebody allowed.</param>
public sealed record TracePlugin(
    string Name,
    string Version,
    string Contract,
    string FileHash,
    string Path,
    bool IsComputing,
    int AmbientCallCount
);
