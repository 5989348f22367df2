using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Plugins;

namespace ActorIL.Cli.Plugins;

/// <summary>
/// What configurations may name in this program: the one place where its catalog is made. Verbs and sessions have it
/// from their terminal.
/// </summary>
internal static class ProgramCatalog
{
    /// <summary>What comes with the program.</summary>
    public static Catalog Shipped() => Catalog.Of(new ShippedPlugin(), new HostingPlugin()).Require();
}
