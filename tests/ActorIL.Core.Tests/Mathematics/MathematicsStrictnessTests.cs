using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>The bits of every function never change, and do not depend on how the processor is used.</summary>
public sealed class MathematicsStrictnessTests
{
    public static TheoryData<string, string, string> Settings =>
        new()
        {
            { "DOTNET_TieredCompilation", "", "" },
            { "DOTNET_EnableAVX512", nameof(Avx512F), nameof(Vector512) },
            { "DOTNET_EnableAVX2", nameof(Avx2), nameof(Vector256) },
            { "DOTNET_EnableHWIntrinsic", nameof(Sse42), nameof(Vector128) },
        };

    [Fact]
    public void Bits_never_change() =>
        Snapshot.Matches(string.Concat(MathematicsChild.Hashes().Select(hash => $"{hash.Key}: {hash.Value}\n")));

    [Theory]
    [MemberData(nameof(Settings))]
    public void Bits_stay_the_same_with_this_switched_off(string setting, string instructionSet, string vector)
    {
        Assert.SkipWhen(
            instructionSet.Length > 0 && !IsSupported(instructionSet),
            $"This machine has no {instructionSet}: switching it off would change nothing.");
        var report = ChildProcess.Run(typeof(MathematicsChild), nameof(MathematicsChild.Report), (setting, "0"));
        if (instructionSet.Length > 0)
        {
            Assert.Equal(bool.FalseString, report[instructionSet]);
            Assert.Equal(bool.FalseString, report[vector]);
        }

        Assert.All(MathematicsChild.Hashes(), hash => Assert.Equal(hash.Value, report[hash.Key]));
    }

    private static bool IsSupported(string instructionSet) =>
        instructionSet switch
        {
            nameof(Avx512F) => Avx512F.IsSupported,
            nameof(Avx2) => Avx2.IsSupported,
            _ => Sse42.IsSupported,
        };
}
