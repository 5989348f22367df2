namespace ActorIL.Experiments.Binding;

/// <summary>One word a key takes, and what it means.</summary>
internal readonly record struct Choice<T>(string Word, T Meaning);
