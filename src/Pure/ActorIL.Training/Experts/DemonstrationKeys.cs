using ActorIL.Actors.Addressing;
using ActorIL.Core.Randomness;
using ActorIL.Training.Coordination;

namespace ActorIL.Training.Experts;

/// <summary>Where the randomness of demonstrations comes from: the run's seed and nothing else.</summary>
internal static class DemonstrationKeys
{
    /// <summary>Name of the root's child that demonstrates.</summary>
    public const string ExpertName = RunChildren.ExpertName;

    private const string Purpose = "demonstrations";

    /// <summary>The key that the keys of a run's demonstrations are folded from, by the index of the episode.</summary>
    /// <param name="seed">The run's seed.</param>
    public static RngKey OfRun(ulong seed)
    {
        var expert = ActorId.Root(RunSystem.RootName).Child(ExpertName);
        return Of(RngKey.Root(seed).Fold(expert.Value));
    }

    /// <summary>The same, from the key of the expert's actor.</summary>
    internal static RngKey Of(RngKey expertKey) => expertKey.Fold(Purpose);
}
