using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Outside;

/// <summary>
/// What a program says of the environment it serves. A run keeps it in its configuration, so that whatever looks at the
/// run later knows the spaces without the program.
/// </summary>
/// <param name="Id">Name of the environment, such as CartPole-v1.</param>
/// <param name="Version">Of the program or library behind it; may be empty.</param>
/// <param name="Observations">The space of its observations.</param>
/// <param name="Actions">The space of its actions.</param>
/// <param name="CanSnapshot">
/// Whether its instances can be saved; without that they are restored by their seed and their actions.
/// </param>
public sealed record ExternalIdentity(string Id, string Version, Space Observations, Space Actions, bool CanSnapshot)
{
    /// <summary>On one line, for errors.</summary>
    public override string ToString() =>
        $"{Id} of version \"{Version}\", observations {SpaceText.Of(Observations)}, actions {SpaceText.Of(Actions)}"
        + (CanSnapshot ? ", with snapshots" : ", without snapshots");
}
