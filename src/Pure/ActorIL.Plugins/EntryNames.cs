using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Plugins;

/// <summary>Names of entries, by kind.</summary>
internal static class EntryNames
{
    /// <summary>Every kind.</summary>
    public static ImmutableArray<EntryKind> Kinds =>
        [
            EntryKind.Environment,
            EntryKind.Host,
            EntryKind.Algorithm,
            EntryKind.QueryStrategy,
            EntryKind.RolloutStage,
            EntryKind.LabelStage,
            EntryKind.Controller,
        ];

    /// <summary>The names of a plug-in's entries of a kind, in its order; null for an entry that is null.</summary>
    public static IEnumerable<string?> Of(PluginEntries entries, EntryKind kind) =>
        kind switch
        {
            EntryKind.Environment => entries.Environments.Select(static entry => entry?.Id),
            EntryKind.Host => entries.Hosts.Select(static entry => entry?.Name),
            EntryKind.Algorithm => entries.Algorithms.Select(static entry => entry?.Name),
            EntryKind.QueryStrategy => entries.QueryStrategies.Select(static entry => entry?.Name),
            EntryKind.RolloutStage => entries.RolloutStages.Select(static entry => entry?.Name),
            EntryKind.LabelStage => entries.LabelStages.Select(static entry => entry?.Name),
            EntryKind.Controller => entries.Controllers.Select(static entry =>
                entry is null ? null : $"{entry.Environment}/{entry.Name}"
            ),
        };

    /// <summary>What errors call an entry of this kind.</summary>
    public static string Word(EntryKind kind) =>
        kind switch
        {
            EntryKind.Environment => "environment",
            EntryKind.Host => "host",
            EntryKind.Algorithm => "algorithm",
            EntryKind.QueryStrategy => "query strategy",
            EntryKind.RolloutStage => "stage of rollouts",
            EntryKind.LabelStage => "stage of labels",
            EntryKind.Controller => "controller",
        };

    /// <summary>Words that mean something else where such a name is looked for.</summary>
    public static ImmutableArray<string> Reserved(EntryKind kind) =>
        kind switch
        {
            EntryKind.Environment
            or EntryKind.Host
            or EntryKind.RolloutStage
            or EntryKind.LabelStage
            or EntryKind.Controller => [],
            EntryKind.Algorithm => ["scripted", "file", "none"],
            EntryKind.QueryStrategy => ["bc", "aggrevate", "gail"],
        };

    /// <summary>That nothing of this kind has the name.</summary>
    public static Error Unknown(EntryKind kind, string name, ImmutableArray<string> known) =>
        new(
            Word(kind),
            $"\"{name}\"",
            known.IsEmpty
                ? "a plug-in that brings one"
                : string.Join(" or ", known.Select(static word => $"\"{word}\"")),
            NearestName.TryFind(name, known, out var nearest) ? $"Did you mean \"{nearest}\"?"
                : known.IsEmpty ? "Name the plug-in that has it."
                : "Choose one of them, or name the plug-in that has it."
        );
}
