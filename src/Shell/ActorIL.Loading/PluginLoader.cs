using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;
using ActorIL.Plugins;

namespace ActorIL.Loading;

/// <summary>
/// Loads plug-ins, each in a context of its own: its dependencies are its own, the contract is the program's. What
/// cannot be a plug-in is refused before anything of it runs.
/// </summary>
public static class PluginLoader
{
    /// <summary>Loads a plug-in and asks what it brings.</summary>
    /// <param name="path">Its DLL.</param>
    /// <returns>
    /// The plug-in, or an error at <see cref="PluginPath.AsTyped"/>: no file, no .NET assembly, one of a newer .NET,
    /// one built for another contract or newer packages, one without exactly one plug-in class, one whose
    /// dependencies are not there, one that throws, one that changes the processor's floating-point mode.
    /// </returns>
    public static Result<LoadedPlugin, Error> Load(PluginPath path) =>
        PluginFile
            .Read(path)
            .Then(file =>
                PluginInspection
                    .Inspect(file)
                    .Then(header =>
                        Open(file, header)
                            .Then(assembly => Make(path, assembly, header))
                            .Then(plugin => Read(file, header, plugin))
                    )
            )
            .Then(plugin => ArithmeticIsUnchanged(plugin));

    private static Result<Assembly, Error> Open(PluginFile file, PluginHeader header)
    {
        var context = new PluginContext(file.Path.Full);
        var missing = header
            .References.Where(reference => !IsThere(reference, context))
            .Select(reference => $"{reference.Name} {reference.Version?.ToString(fieldCount: 3)}")
            .ToArray();
        return missing.Length > 0
            ? Result.Failure<Assembly, Error>(
                new(
                    file.Path.AsTyped,
                    $"a plug-in that needs {string.Join(", ", missing)}, not found beside it",
                    "its dependencies in its folder",
                    "Set EnableDynamicLoading in its project and build it again, or copy them there."
                )
            )
            : Complete(file, context.LoadPlugin(file.Bytes));
    }

    private static bool IsThere(AssemblyName reference, PluginContext context) =>
        SharedAssemblies.Find(reference.Name) is not null
        || context.Has(reference)
        || SharedAssemblies.IsOfRuntime(reference.Name ?? "");

    private static Result<Assembly, Error> Complete(PluginFile file, Assembly assembly)
    {
        using var image = new PEReader(new MemoryStream(file.Bytes));
        return MissingMembers.First(assembly, image.GetMetadataReader()) is { } missing
            ? Result.Failure<Assembly, Error>(
                new(
                    file.Path.AsTyped,
                    $"a plug-in that uses {missing}, which this program does not have",
                    "one built with the packages of this program",
                    "Build it again with them."
                )
            )
            : Result.Success<Assembly, Error>(assembly);
    }

    private static Result<IPlugin, Error> Make(PluginPath path, Assembly assembly, PluginHeader header) =>
        PluginCalls.Try(
            path.AsTyped,
            $"the constructor of {header.ClassName}",
            () => (IPlugin?)Activator.CreateInstance(assembly.GetType(header.ClassName, throwOnError: true)!)
        );

    private static Result<LoadedPlugin, Error> Read(PluginFile file, PluginHeader header, IPlugin plugin) =>
        Property(file.Path, header, nameof(IPlugin.Name), () => plugin.Name)
            .Then(name =>
                Property(file.Path, header, nameof(IPlugin.Version), () => plugin.Version)
                    .Then(version =>
                        Property(file.Path, header, nameof(IPlugin.Entries), () => plugin.Entries)
                            .Map(entries => new LoadedPlugin(
                                new ListedPlugin(name, version, Guarded(entries)),
                                new PluginIdentity(name, version, header.Contract.ToString(fieldCount: 2), file.Hash),
                                file.Path,
                                new(header.AmbientCalls)
                            ))
                    )
            );

    /// <summary>The entries, with the observations of their environments held against their spaces.</summary>
    private static PluginEntries Guarded(PluginEntries entries) =>
        entries with
        {
            Environments = EquatableArray.From(entries.Environments.Select(static entry => entry?.Guarded()!)),
        };

    private static Result<T, Error> Property<T>(PluginPath path, PluginHeader header, string name, Func<T> read)
        where T : class => PluginCalls.Try(path.AsTyped, $"the property {header.ClassName}.{name}", read);

    private static Result<LoadedPlugin, Error> ArithmeticIsUnchanged(LoadedPlugin plugin) =>
        FloatingPointProbe
            .Check()
            .Map(_ => plugin)
            .MapError(error =>
                error with
                {
                    Where = plugin.Path.AsTyped,
                    Found = $"a plug-in that changes the processor's arithmetic: {error.Where}, {error.Found}",
                }
            );
}
