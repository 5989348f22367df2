namespace ActorIL.Environments.Configuration;

/// <summary>One parameter of an environment.</summary>
/// <param name="Name">What a configuration calls it.</param>
/// <param name="Kind">What it takes, as part of a sentence: "a number".</param>
/// <param name="Json">Its value.</param>
public sealed record EnvironmentParameter(string Name, string Kind, string Json);
