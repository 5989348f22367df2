using System.Collections.Immutable;
using System.Reflection;
using ActorIL.Core.Prelude;

namespace ActorIL.Loading;

/// <summary>Which contract a library was built for: the version of ActorIL.Plugins that it refers to.</summary>
internal static class ContractCheck
{
    private const string Rebuild = "Build it again with the packages of this program";

    /// <summary>The contract, or why this program cannot keep it.</summary>
    public static Result<Version, Error> Check(PluginPath path, ImmutableArray<AssemblyName> references)
    {
        var reference = references.FirstOrDefault(name => name.Name == SharedAssemblies.ContractName);
        if (reference is null)
        {
            return Fail(
                path,
                $"a library that does not refer to {SharedAssemblies.ContractName}",
                "a plug-in, which lists what it brings in a class that implements ActorIL.Plugins.IPlugin",
                "`dotnet new actoril-environment -n My` makes one."
            );
        }

        var (contract, ours) = (reference.Version ?? new Version(0, 0), SharedAssemblies.Contract);
        if (contract.Major != ours.Major || contract.Minor > ours.Minor)
        {
            return Fail(
                path,
                $"a plug-in built for contract {contract.Major}.{contract.Minor}",
                ours.Minor == 0 ? $"contract {ours.Major}.0" : $"contract {ours.Major}.0 to {ours.Major}.{ours.Minor}",
                contract.Major < ours.Major ? $"{Rebuild}." : $"{Rebuild}, or use a program that has its contract."
            );
        }

        return Newer(references) is { } newer
            ? Fail(
                path,
                $"a plug-in built for {newer.Name} {newer.Version?.ToString(fieldCount: 3)}",
                $"at most {newer.Name} {SharedAssemblies.Find(newer.Name)?.GetName().Version?.ToString(fieldCount: 3)}",
                $"{Rebuild}, or use a program as new as they are."
            )
            : Result.Success<Version, Error>(contract);
    }

    private static AssemblyName? Newer(ImmutableArray<AssemblyName> references) =>
        references.FirstOrDefault(reference =>
            SharedAssemblies.Find(reference.Name) is { } shared && shared.GetName().Version < reference.Version
        );

    private static Result<Version, Error> Fail(PluginPath path, string found, string wanted, string remedy) =>
        Result.Failure<Version, Error>(new(path.AsTyped, found, wanted, remedy));
}
