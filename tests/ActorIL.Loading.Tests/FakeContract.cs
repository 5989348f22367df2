using ActorIL.PluginTesting;

namespace ActorIL.Loading.Tests;

/// <summary>The contract as another version of the program might have it, to compile plug-ins against.</summary>
internal static class FakeContract
{
    /// <summary>Compiles an ActorIL.Plugins of another version, with members the program's has not.</summary>
    public static string Compile(string folder, string version) =>
        PluginCompiler.Compile(
            Path.Combine(folder, $"contract-{version}"),
            "ActorIL.Plugins",
            $$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}.0.0")]

            namespace ActorIL.Plugins;

            public interface IPlugin
            {
                string Name { get; }
                string Version { get; }
                PluginEntries Entries { get; }
            }

            public sealed record PluginEntries
            {
                public static PluginEntries None { get; } = new();
                public static PluginEntries Dreamt { get; } = new();
            }

            public static class Dreams
            {
                public static string Name => "dream";
            }
            """
        );

    /// <summary>A plug-in that brings nothing.</summary>
    /// <param name="entries">What its entries are.</param>
    /// <param name="name">What its name is.</param>
    /// <param name="head">More of the file, before its types.</param>
    public static string PluginSource(
        string entries = "PluginEntries.None",
        string name = "\"empty\"",
        string head = ""
    ) =>
        $$"""
            using ActorIL.Plugins;
            {{head}}

            public sealed class EmptyPlugin : IPlugin
            {
                public string Name => {{name}};
                public string Version => "1.0.0";
                public PluginEntries Entries => {{entries}};
            }
            """;
}
