using System.Runtime.Intrinsics;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Strictness;

/// <summary>The half of <see cref="EpisodeBitsTests"/> that runs in a process of its own.</summary>
public sealed class EpisodeBitsChild
{
    [Fact(Explicit = true)]
    public void Report()
    {
        ChildProcess.Report(
            (nameof(Vector128), $"{Vector128.IsHardwareAccelerated}"),
            (nameof(Vector256), $"{Vector256.IsHardwareAccelerated}"),
            (nameof(Vector512), $"{Vector512.IsHardwareAccelerated}")
        );
        foreach (var entry in EnvironmentCatalog.Shipped.Entries)
        {
            ChildProcess.Report((entry.Id, Digest(entry.Id)));
            ChildProcess.Report((Together(entry.Id), DigestTogether(entry.Id)));
        }
    }

    /// <summary>A hash of twenty recorded episodes of the environment's controller.</summary>
    internal static string Digest(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var budget = new EpisodeBudget(FirstEpisode: 0, EpisodeCount: 20);
        var trajectories = EpisodeRunner.Record(entry.Module, entry.Controller.Require(), budget, RngKey.Root(2026));
        var scratch = new FieldBuffer();
        return trajectories
            .Aggregate(HashChain.Empty, (chain, trajectory) => chain.Append(FieldCodec.Hash(trajectory, scratch)))
            .ToString();
    }

    internal static string Together(string id) => $"{id} together";

    /// <summary>A hash of where seven environments stand after 400 steps of random actions.</summary>
    internal static string DigestTogether(string id)
    {
        var key = RngKey.Root(2027);
        var environments = VectorEnvironment.Start(EnvironmentCatalog.Shipped.Find(id).Require().Module, 7, key);
        for (var step = 0; step < 400; step++)
        {
            Batch.Step(environments, Batch.SampleActions(environments, key.Fold((ulong)step)));
        }

        return FieldCodec.Hash(environments.Snapshot(), new FieldBuffer()).ToString();
    }
}
