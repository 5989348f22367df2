using System.Reflection;
using System.Runtime.Loader;
using ActorIL.Plugins;

namespace ActorIL.Loading;

/// <summary>
/// The program's own assemblies. A plug-in gets these and no copies that lie beside it: types of another copy would be
/// other types.
/// </summary>
internal static class SharedAssemblies
{
    private const string Prefix = "ActorIL.";

    /// <summary>The name of the assembly that holds the contract.</summary>
    public static string ContractName { get; } = typeof(IPlugin).Assembly.GetName().Name!;

    /// <summary>The contract this program has.</summary>
    public static Version Contract { get; } = typeof(IPlugin).Assembly.GetName().Version!;

    /// <summary>The program's assembly of that name, whatever version is asked for; null where it has none.</summary>
    public static Assembly? Find(string? name)
    {
        if (name is null || !name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return Ours.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the runtime brings an assembly.</summary>
    public static bool IsOfRuntime(string name)
    {
        try
        {
            _ = Ours.LoadFromAssemblyName(new AssemblyName(name));
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static AssemblyLoadContext Ours =>
        AssemblyLoadContext.GetLoadContext(typeof(IPlugin).Assembly) ?? AssemblyLoadContext.Default;
}
