using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Plugins;

/// <summary>A plug-in of the same name, version and contract, in another file.</summary>
/// <param name="Recorded">As the run had it.</param>
/// <param name="Present">As it is now.</param>
internal sealed record ChangedPlugin(TracePlugin Recorded, TracePlugin Present)
{
    private const int ShownDigits = 12;

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"plug-in {Recorded.Name} {Recorded.Version}: its file is another one (sha256 {Short(Present)},"
        + $" the run's was {Short(Recorded)}): {Present.Path}";

    private static string Short(TracePlugin plugin) => plugin.FileHash[..ShownDigits];
}
