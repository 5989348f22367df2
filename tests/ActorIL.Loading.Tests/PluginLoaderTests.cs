using System.Security.Cryptography;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Checks;
using ActorIL.Plugins;
using ActorIL.PluginTesting;

namespace ActorIL.Loading.Tests;

public sealed class PluginLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plug_in_lists_what_it_brings()
    {
        var path = PluginCompiler.Compile(_folder.Path, "Drifting", DriftSource.Good.Text);
        var loaded = Load(path).Require();

        var entry = Assert.Single(loaded.Plugin.Entries.Environments);
        Assert.Equal("Drift-v0", entry.Id);
        Assert.True(Conformance.Check(entry.Module).Passed, Conformance.Check(entry.Module).ToString());
        Assert.Empty(loaded.AmbientCalls);
        Assert.Null(loaded.AmbientProblem("--allow"));
    }

    [Fact]
    public void A_plug_in_is_known_by_name_version_contract_and_the_hash_of_its_file()
    {
        var path = PluginCompiler.Compile(_folder.Path, "Drifting", DriftSource.Good.Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        Assert.Equal(new PluginIdentity("drift", "1.0.0", "1.0", hash), Load(path).Require().Identity);
    }

    [Fact]
    public void A_path_is_relative_to_the_folder_of_the_file_that_states_it()
    {
        PluginCompiler.Compile(_folder["bin"], "Drifting", DriftSource.Good.Text);
        var path = PluginPath.Of("bin/Drifting.dll", _folder.Path);
        Assert.Equal("bin/Drifting.dll", path.AsTyped);
        Assert.Equal("drift", PluginLoader.Load(path).Require().Identity.Name);
    }

    [Fact]
    public void Copies_of_the_contract_beside_a_plug_in_are_left_aside()
    {
        var path = PluginCompiler.Compile(_folder.Path, "Drifting", DriftSource.Good.Text);
        foreach (var copy in Directory.GetFiles(AppContext.BaseDirectory, "ActorIL.*.dll"))
        {
            File.Copy(copy, _folder[Path.GetFileName(copy)]);
        }

        var entry = Assert.Single(Load(path).Require().Plugin.Entries.Environments);
        Assert.Same(typeof(EnvironmentEntry), entry.GetType());
    }

    [Fact]
    public void Each_plug_in_has_its_own_dependencies()
    {
        Assert.Equal(("one", "two"), (NameFrom("one"), NameFrom("two")));
    }

    private string NameFrom(string text)
    {
        var folder = _folder[text];
        var helper = PluginCompiler.Compile(
            folder,
            "Helper",
            $$"""namespace Help; public static class Words { public static string Name => "{{text}}"; }"""
        );
        var path = PluginCompiler.Compile(folder, "Helped", FakeContract.PluginSource(name: "Help.Words.Name"), helper);
        return Load(path).Require().Identity.Name;
    }

    private static Result<LoadedPlugin, Error> Load(string path) => PluginLoader.Load(new(path, path));
}
