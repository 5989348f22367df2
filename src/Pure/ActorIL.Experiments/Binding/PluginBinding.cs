using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Binding;

/// <summary>
/// The keys that say which plug-ins a run uses: read before all others, which may name what they bring.
/// </summary>
internal static class PluginBinding
{
    /// <summary>The key of their paths.</summary>
    public const string Plugins = "plugins";

    private const string AllowAmbientCalls = "allow-ambient-calls";

    /// <summary>What is stated.</summary>
    public static PluginSettings Read(KeyReader reader) =>
        new(
            [.. reader.PlacedTexts(Plugins).Select(static item => new PluginReference(item.Text, item.Source))],
            reader.Switch(AllowAmbientCalls)
        );
}
