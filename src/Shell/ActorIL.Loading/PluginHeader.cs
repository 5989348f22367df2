using System.Collections.Immutable;
using System.Reflection;

namespace ActorIL.Loading;

/// <summary>What the file of a plug-in says of itself before anything of it is loaded.</summary>
/// <param name="ClassName">The class that implements IPlugin, full name.</param>
/// <param name="Contract">The contract it was built for.</param>
/// <param name="References">The assemblies it refers to.</param>
/// <param name="AmbientCalls">What it uses that makes runs differ.</param>
internal sealed record PluginHeader(
    string ClassName,
    Version Contract,
    ImmutableArray<AssemblyName> References,
    ImmutableArray<AmbientCall> AmbientCalls
);
