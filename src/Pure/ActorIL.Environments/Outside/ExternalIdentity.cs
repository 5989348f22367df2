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
/// <param name="CanSnapshot">Whether its instances can be saved.</param>
public sealed record ExternalIdentity(string Id, string Version, Space Observations, Space Actions, bool CanSnapshot)
{
    /// <summary>
    /// Whether a run restores instances by the program's snapshots; otherwise by their seed and their actions, which
    /// needs nothing of the program but that it is deterministic.
    /// </summary>
    public bool RestoresSnapshots { get; init; }

    /// <summary>Whether a program that says this of itself can go on with a run of this one.</summary>
    public bool Accepts(ExternalIdentity other) =>
        this
        == other with
        {
            RestoresSnapshots = RestoresSnapshots,
            CanSnapshot = other.CanSnapshot || !RestoresSnapshots ? CanSnapshot : other.CanSnapshot,
        };

    /// <summary>On one line, for errors.</summary>
    public override string ToString() =>
        $"{Id} of version \"{Version}\", observations {SpaceText.Of(Observations)}, actions {SpaceText.Of(Actions)}"
        + (RestoresSnapshots ? ", with snapshots" : "");
}
