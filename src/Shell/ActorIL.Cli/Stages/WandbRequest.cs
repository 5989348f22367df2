namespace ActorIL.Cli.Stages;

/// <summary>Metrics for Weights and Biases: nothing is sent from here.</summary>
/// <param name="IsOn">Whether they are wanted.</param>
/// <param name="Project">The project they are for.</param>
/// <param name="RunName">What the run is called there; null for an automatic name.</param>
internal sealed record WandbRequest(bool IsOn, string Project, string? RunName)
{
    public const string ProjectDefault = "actoril";

    public static WandbRequest None { get; } = new(IsOn: false, ProjectDefault, RunName: null);
}
