using System.Reflection;
using System.Runtime.Loader;

namespace ActorIL.Loading;

/// <summary>
/// Where a plug-in lives: with its own dependencies, as its deps.json or its folder has them, and the program's
/// contract.
/// </summary>
internal sealed class PluginContext(string path) : AssemblyLoadContext($"plug-in {path}")
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <summary>
    /// The plug-in itself, from the bytes whose hash it is known by: its file may be built anew while it runs.
    /// </summary>
    /// <param name="bytes">Of its file.</param>
    public Assembly LoadPlugin(byte[] bytes)
    {
        var symbols = Path.ChangeExtension(path, "pdb");
        return LoadFromStream(
            new MemoryStream(bytes),
            File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols)) : null
        );
    }

    /// <summary>Whether a dependency lies where the plug-in can find it.</summary>
    public bool Has(AssemblyName name) => _resolver.ResolveAssemblyToPath(name) is { } found && File.Exists(found);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        SharedAssemblies.Find(assemblyName.Name)
        ?? (
            _resolver.ResolveAssemblyToPath(assemblyName) is { } found && File.Exists(found)
                ? LoadFromAssemblyPath(found)
                : null
        );

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found
            ? LoadUnmanagedDllFromPath(found)
            : base.LoadUnmanagedDll(unmanagedDllName);
}
