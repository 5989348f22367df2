using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests;

/// <summary>Pins every bit of some episodes: another machine, vector width or runtime must give the same.</summary>
public sealed class EpisodeBitsTests
{
    [Theory]
    [InlineData("CartPole-v1", 0x55617c4132e0ce51UL)]
    [InlineData("Pendulum-v1", 0xaadebb22ce41dd00UL)]
    public void Episodes_have_the_same_bits_everywhere(string id, ulong digest)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var chain = HashChain.Empty;
        var scratch = new FieldBuffer();
        var budget = new EpisodeBudget(FirstEpisode: 0, EpisodeCount: 20);
        foreach (var trajectory in EpisodeRunner.Record(
            entry.Module, entry.Controller.Require(), budget, RngKey.Root(2026)))
        {
            chain = chain.Append(FieldCodec.Hash(trajectory, scratch));
        }

        Assert.Equal(new HashChain(digest), chain);
    }
}
