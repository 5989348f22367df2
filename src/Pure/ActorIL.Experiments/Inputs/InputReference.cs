namespace ActorIL.Experiments.Inputs;

/// <summary>A file that a configuration names. Its content is semantic, where it lies is not.</summary>
/// <param name="Role">What it is to the run.</param>
/// <param name="Path">Where it was; empty where nobody says.</param>
/// <param name="Hash">
/// SHA-256 of its bytes, lower-case hexadecimal; empty for whatever is there when the run begins.
/// </param>
public sealed record InputReference(InputRole Role, string Path, string Hash)
{
    /// <summary>The key that the path stands at.</summary>
    public string PathKey => PathKeyOf(Role);

    /// <summary>The key that the hash stands at.</summary>
    public string HashKey => PathKey + "-hash";

    /// <summary>What the file is called where a run keeps it.</summary>
    public string KeptName =>
        Role switch
        {
            InputRole.Expert => "expert.safetensors",
            InputRole.Start => "init-from.safetensors",
            InputRole.Demonstrations => "demonstrations.npz",
        };

    public static string PathKeyOf(InputRole role) =>
        role switch
        {
            InputRole.Expert => "expert.file",
            InputRole.Start => "ppo.init-from",
            InputRole.Demonstrations => "demonstration.file",
        };
}
