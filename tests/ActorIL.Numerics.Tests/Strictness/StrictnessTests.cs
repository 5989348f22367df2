using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>The same bits at every vector width and under every way of compiling, in processes of their own.</summary>
public sealed class StrictnessTests(PlainChild plainChild) : IClassFixture<PlainChild>
{
    public static TheoryData<string, string, string, string> Settings =>
        new()
        {
            { "DOTNET_TieredCompilation", "0", "", "" },
            { "DOTNET_TieredPGO", "0", "", "" },
            { "DOTNET_ReadyToRun", "0", "", "" },
            { "DOTNET_EnableAVX512", "0", nameof(Avx512F), nameof(Vector512) },
            { "DOTNET_EnableAVX2", "0", nameof(Avx2), nameof(Vector256) },
            { "DOTNET_EnableHWIntrinsic", "0", nameof(Sse42), nameof(Vector128) },
        };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Bits_do_not_depend_on_how_the_processor_is_used(
        string setting,
        string value,
        string withoutSet,
        string withoutVector
    )
    {
        var plain = plainChild.Results;
        Assert.SkipWhen(
            withoutSet.Length > 0 && plain[withoutSet] == bool.FalseString,
            $"{withoutSet} not present on this machine: {setting}={value} would change nothing."
        );
        var changed = ChildProcess.Run(typeof(StrictnessChild), nameof(StrictnessChild.Report), (setting, value));
        Assert.Equal("passed", changed["probe"]);
        if (withoutSet.Length > 0)
        {
            Assert.Equal(bool.FalseString, changed[withoutSet]);
            Assert.Equal(bool.FalseString, changed[withoutVector]);
        }

        Assert.Equal(plain[StrictnessChild.Reduced], changed[StrictnessChild.Reduced]);
        if (changed.TryGetValue(StrictnessChild.Full, out var full))
        {
            Assert.Equal(plain[StrictnessChild.Full], full);
        }
    }

    [Fact]
    public void Bits_in_this_process_are_those_of_a_fresh_one() =>
        Assert.Equal(
            plainChild.Results[StrictnessChild.Reduced],
            StrictnessChild.RunReduced()
        );

    [Fact]
    public void Whatever_the_processor_offers_is_used_unless_it_is_switched_off()
    {
        Assert.Equal(Avx512F.IsSupported.ToString(), plainChild.Results[nameof(Avx512F)]);
        Assert.Equal(Avx2.IsSupported.ToString(), plainChild.Results[nameof(Avx2)]);
        Assert.Equal(Fma.IsSupported.ToString(), plainChild.Results[nameof(Fma)]);
    }
}
