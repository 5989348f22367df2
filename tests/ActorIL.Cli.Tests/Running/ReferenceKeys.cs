using System.Collections.Immutable;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;

namespace ActorIL.Cli.Tests.Running;

/// <summary>The keys of the reference configuration.</summary>
internal static class ReferenceKeys
{
    public static ImmutableArray<string> Operational => Of(KeyKind.Operational);

    public static ImmutableArray<string> Of(KeyKind kind) =>
        [
            .. RunConfiguration
                .Bind(new(File: null, [], _ => new IncludeOutcome.Missing(), _ => null), ProgramCatalog.Shipped())
                .MapError(errors => errors[0])
                .Require()
                .Configuration.Keys.Where(key => key.Kind == kind)
                .Select(key => key.Path),
        ];
}
