namespace ActorIL.Storage.Mcap;

/// <summary>One key of a map with its value.</summary>
public readonly record struct McapEntry(string Key, string Value);
