using ActorIL.Core.Prelude;
using ActorIL.PluginTesting;
using ActorIL.Testing;

namespace ActorIL.Loading.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_explained() => Refused(_folder["Drifting.dll"]);

    [Fact]
    public void A_missing_file_shows_where_it_was_looked_for() =>
        Snapshot.Matches(Text(PluginLoader.Load(PluginPath.Of("bin/Drifting.dll", _folder.Path))));

    [Fact]
    public void A_file_of_another_build_is_named()
    {
        var built = _folder[Path.Combine("bin", "Release", "net10.0", "Drifting.dll")];
        Directory.CreateDirectory(Path.GetDirectoryName(built)!);
        File.WriteAllText(built, "");
        Snapshot.Matches(Text(PluginLoader.Load(PluginPath.Of("bin/Debug/net10.0/Drifting.dll", _folder.Path))));
    }

    [Fact]
    public void A_folder_is_explained() => Refused(_folder.Path);

    [Fact]
    public void A_file_that_is_no_assembly_is_explained()
    {
        File.WriteAllText(_folder["Drifting.dll"], "id = Drift-v0");
        Refused(_folder["Drifting.dll"]);
    }

    [Fact]
    public void A_library_of_a_newer_NET_is_explained() => Refused(Framework(".NETCoreApp,Version=v99.0"));

    [Fact]
    public void A_library_of_another_NET_is_explained() => Refused(Framework(".NETFramework,Version=v4.8"));

    [Fact]
    public void A_library_that_is_no_plug_in_is_explained() => Refused(Compile("public static class Nothing;"));

    [Fact]
    public void A_library_without_a_plug_in_class_is_explained() =>
        Refused(Compile("public sealed record Nothing(ActorIL.Plugins.PluginEntries Entries);"));

    [Fact]
    public void A_library_with_two_plug_in_classes_is_explained() =>
        Refused(
            Compile(FakeContract.PluginSource() + FakeContract.PluginSource()[22..].Replace("Empty", "Second", Ordinal))
        );

    [Fact]
    public void A_class_that_is_not_public_is_explained() =>
        Refused(Compile(FakeContract.PluginSource().Replace("public sealed", "internal sealed", Ordinal)));

    [Fact]
    public void A_class_with_type_parameters_is_explained() =>
        Refused(Compile(FakeContract.PluginSource().Replace("EmptyPlugin", "EmptyPlugin<T>", Ordinal)));

    [Fact]
    public void A_class_whose_constructor_wants_something_is_explained() =>
        Refused(Compile(FakeContract.PluginSource().Replace("EmptyPlugin", "EmptyPlugin(int size)", Ordinal)));

    [Theory]
    [InlineData("2.0")]
    [InlineData("1.9")]
    [InlineData("0.9")]
    public void A_plug_in_of_another_contract_is_explained(string version) =>
        Refused(Compile(FakeContract.PluginSource(), FakeContract.Compile(_folder.Path, version)), version);

    [Fact]
    public void A_plug_in_of_newer_packages_is_explained()
    {
        var newer = PluginCompiler.Compile(
            _folder["newer"],
            "ActorIL.Core",
            """
            [assembly: System.Reflection.AssemblyVersion("99.1.0.0")]
            namespace ActorIL.Core.Prelude;
            public static class Tomorrow { public static string Name => "tomorrow"; }
            """
        );
        Refused(Compile(FakeContract.PluginSource(name: "ActorIL.Core.Prelude.Tomorrow.Name"), newer));
    }

    [Theory]
    [InlineData("member", "PluginEntries.Dreamt", "\"empty\"")]
    [InlineData("type", "PluginEntries.None", "Dreams.Name")]
    public void A_plug_in_that_uses_what_is_not_there_is_explained(string what, string entries, string name) =>
        Refused(Compile(FakeContract.PluginSource(entries, name), FakeContract.Compile(_folder.Path, "1.0")), what);

    [Fact]
    public void A_dependency_that_is_not_there_is_named()
    {
        var helper = PluginCompiler.Compile(
            _folder["helper"],
            "Helper",
            "namespace Help; public static class Words { public static string Name => string.Empty; }"
        );
        Refused(Compile(FakeContract.PluginSource(name: "Help.Words.Name"), helper));
    }

    [Fact]
    public void A_constructor_that_throws_is_named() =>
        Refused(Compile((DriftSource.Good with { Constructor = "throw new FormatException(\"No map.\");" }).Text));

    [Theory]
    [InlineData("throws", "throw new InvalidOperationException(\"Too early.\")")]
    [InlineData("null", "null!")]
    public void A_property_that_gives_nothing_is_named(string how, string entries) =>
        Refused(Compile((DriftSource.Good with { Entries = entries }).Text), how);

    [Fact]
    public void A_static_that_throws_is_named() =>
        Refused(
            Compile(
                FakeContract.PluginSource(
                    name: "Words.Name",
                    head: "static class Words { public static string Name { get; } = int.Parse(\"x\").ToString(); }"
                )
            )
        );

    [Fact]
    public void A_plug_in_that_changes_the_floating_point_state_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "fesetround is libm's.");
        var text = "";
        var path = Compile(
            (
                DriftSource.Good with
                {
                    Head = """
                    internal static class Native
                    {
                        [System.Runtime.InteropServices.DllImport("libm.so.6")]
                        internal static extern int fesetround(int mode);
                    }
                    """,
                    // Towards zero, as fenv.h of x86-64 and of arm64 have it.
                    Constructor = "Native.fesetround(0xC00); Native.fesetround(0xC00000);",
                }
            ).Text.Replace("namespace Drifting;", "namespace Drifting {", Ordinal) + "}"
        );
        // The state belongs to the thread, and goes with it.
        var thread = new Thread(() => text = Text(PluginLoader.Load(new(path, path))));
        thread.Start();
        thread.Join();
        Snapshot.Matches(text);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private string Framework(string name) =>
        Compile(FakeContract.PluginSource(head: $"[assembly: System.Runtime.Versioning.TargetFramework(\"{name}\")]"));

    private string Compile(string source, params ReadOnlySpan<string> instead) =>
        PluginCompiler.Compile(_folder.Path, "Drifting", source, instead);

    private void Refused(
        string path,
        string parameter = "",
        [System.Runtime.CompilerServices.CallerFilePath] string file = "",
        [System.Runtime.CompilerServices.CallerMemberName] string member = ""
    ) => Snapshot.Matches(Text(PluginLoader.Load(new(path, path))), parameter, file, member);

    private string Text(Result<LoadedPlugin, Error> loaded) =>
        loaded.Match(_ => "loaded", error => error.ToString()).Replace(_folder.Path, "FOLDER", Ordinal);
}
