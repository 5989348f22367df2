using ActorIL.Experiments.Binding;

namespace ActorIL.Experiments;

/// <summary>Settings typed on the command line.</summary>
/// <param name="Assignment">HOCON, such as ppo.steps=1000; the leading <c>actoril.</c> may be left out.</param>
/// <param name="Source">The option as it was typed, for errors and the resolved configuration.</param>
public sealed record ConfigurationOverride(string Assignment, string Source)
{
    /// <summary>One key set to a text exactly, whatever characters it has.</summary>
    public static ConfigurationOverride OfText(string path, string text, string source) =>
        new($"{ReferenceConfiguration.Root}.{path} = {JsonForm.Quote(text)}", source);
}
