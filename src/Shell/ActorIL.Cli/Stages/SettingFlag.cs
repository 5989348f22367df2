namespace ActorIL.Cli.Stages;

/// <summary>A flag that is a setting: another way to type a key of the configuration.</summary>
/// <param name="Name">As it is typed, such as --lr.</param>
/// <param name="Key">The key, such as ppo.learning-rate.</param>
/// <param name="Form">What it takes.</param>
/// <param name="Description">One sentence.</param>
internal sealed record SettingFlag(string Name, string Key, SettingForm Form, string Description);
