using System.Globalization;
using ActorIL.Core.Hashing;

namespace ActorIL.Core.Fields;

/// <summary>
/// A wire name and version: part of every digest, so renaming or re-versioning a type is a deliberate act.
/// </summary>
public readonly record struct TypeName(string Name, int Version)
{
    /// <summary>Stable 64-bit identity of name and version.</summary>
    public ulong Hash => HashChain.Empty.Append(Name).Append((ulong)Version).Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}/{Version}");
}
