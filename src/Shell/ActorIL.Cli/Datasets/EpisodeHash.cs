using System.Runtime.InteropServices;
using ActorIL.Core.Hashing;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>A hash of what happened in an episode: equal episodes have equal ones.</summary>
internal static class EpisodeHash
{
    public static ulong Of(DatasetEpisode episode) =>
        HashChain
            .Empty.Append(ContentHash.Of(MemoryMarshal.AsBytes(episode.Observations.AsSpan())))
            .Append(ContentHash.Of(MemoryMarshal.AsBytes(episode.Actions.AsSpan())))
            .Append(ContentHash.Of(MemoryMarshal.AsBytes(episode.Rewards.AsSpan())))
            .Value;
}
