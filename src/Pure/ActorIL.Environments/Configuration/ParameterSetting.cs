namespace ActorIL.Environments.Configuration;

/// <summary>A parameter of an environment that somebody set.</summary>
/// <param name="Name">As <see cref="EnvironmentParameters"/> lists it, such as half-width.</param>
/// <param name="Text">The value as it was written.</param>
public sealed record ParameterSetting(string Name, string Text)
{
    /// <summary>What an error shows as the value, which may be a secret.</summary>
    public string Shown { get; init; } = Text;
}
