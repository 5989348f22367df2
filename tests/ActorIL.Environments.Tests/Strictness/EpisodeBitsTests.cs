using System.Runtime.Intrinsics;

namespace ActorIL.Environments.Tests.Strictness;

/// <summary>Pins every bit of some episodes: another machine, vector width or runtime must give the same.</summary>
public sealed class EpisodeBitsTests
{
    public static TheoryData<string, string> Digests =>
        new()
        {
            { "CartPole-v1", "55617c4132e0ce51" },
            { "Pendulum-v1", "aadebb22ce41dd00" },
            { "CliffRacetrack-v0", "7b2d516021a07c74" },
            { "CliffRacetrack-v1", "f5cdd2cbe06db828" },
            { "CliffRacetrackLoop-v1", "17a4d1ae8e43288c" },
            { "LaneChain-v0", "af51f89d67c5fcc6" },
        };

    [Theory]
    [MemberData(nameof(Digests))]
    public void Episodes_have_the_same_bits_everywhere(string id, string digest) =>
        Assert.Equal(digest, EpisodeBitsChild.Digest(id));

    [Theory]
    [InlineData("DOTNET_TieredCompilation", "")]
    [InlineData("DOTNET_EnableAVX512", nameof(Vector512))]
    [InlineData("DOTNET_EnableAVX2", nameof(Vector256))]
    [InlineData("DOTNET_EnableHWIntrinsic", nameof(Vector128))]
    public void Bits_do_not_depend_on_how_the_processor_is_used(string switchedOff, string withoutVector)
    {
        var reported = ChildProcess.Run(typeof(EpisodeBitsChild), nameof(EpisodeBitsChild.Report), (switchedOff, "0"));
        if (withoutVector.Length > 0)
        {
            Assert.Equal(bool.FalseString, reported[withoutVector]);
        }

        Assert.All(Digests, row => Assert.Equal(row.Data.Item2, reported[row.Data.Item1]));
        Assert.All(
            Digests.Select(row => row.Data.Item1),
            id => Assert.Equal(EpisodeBitsChild.DigestTogether(id), reported[EpisodeBitsChild.Together(id)])
        );
    }

    [Fact]
    public void Every_shipped_environment_is_pinned() =>
        Assert.Equal(
            EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id),
            Digests.Select(row => row.Data.Item1)
        );
}
