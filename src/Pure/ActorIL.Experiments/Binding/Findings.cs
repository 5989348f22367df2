using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Binding;

/// <summary>What one pass over a configuration collects: keys that were read, and everything that is wrong.</summary>
internal sealed class Findings
{
    private readonly List<Error> _errors = [];
    private readonly SortedDictionary<string, ResolvedKey> _keys = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _environmentNames = new(StringComparer.Ordinal);

    public ImmutableArray<Error> Errors => [.. _errors];

    /// <summary>Keys whose values were accepted, by path.</summary>
    public IReadOnlyDictionary<string, ResolvedKey> Keys => _keys;

    public ImmutableArray<string> EnvironmentNames => [.. _environmentNames];

    public void Accept(ResolvedKey key) => _keys.Add(key.Path, key);

    /// <summary>Takes another value of a key that was accepted.</summary>
    public void Replace(ResolvedKey key) => _keys[key.Path] = key;

    public void Reject(Error error) => _errors.Add(error);

    public void UseEnvironment(IEnumerable<string> names) => _environmentNames.UnionWith(names);
}
