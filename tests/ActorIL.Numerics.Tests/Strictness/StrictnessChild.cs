using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActorIL.Core.Mathematics;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>What a child process does: says what its processor offers and hashes a workload.</summary>
/// <remarks>A class of its own, because a fixture of its class would start children in the child.</remarks>
public sealed class StrictnessChild
{
    // Without hardware for fused multiply-adds only this is run: it takes 30 to 60 times longer.
    internal const string Reduced = "reduced";
    internal const string Full = "full";

    [Fact(Explicit = true)]
    public void Report()
    {
        ChildProcess.Report(
            (nameof(Avx512F), Avx512F.IsSupported.ToString()),
            (nameof(Avx2), Avx2.IsSupported.ToString()),
            (nameof(Fma), Fma.IsSupported.ToString()),
            (nameof(Sse42), Sse42.IsSupported.ToString()),
            (nameof(Vector512), Vector512.IsHardwareAccelerated.ToString()),
            (nameof(Vector256), Vector256.IsHardwareAccelerated.ToString()),
            (nameof(Vector128), Vector128.IsHardwareAccelerated.ToString()),
            ("probe", FloatingPointProbe.Check().Match(_ => "passed", error => error.ToString())),
            (Reduced, RunReduced())
        );
        if (Fma.IsSupported)
        {
            var full = Text(StrictWorkload.Run(width: 64, stepCount: 32, updateCount: 60));
            full += Text(StrictSequence.Run(width: 32, new(8, 16), updateCount: 30));

            // A dense layer of 2^18 weights, which takes the way of large ones.
            full += Text(StrictFrames.Run(size: 20, filterCount: 32, featureCount: 170, updateCount: 4));
            ChildProcess.Report((Full, full));
        }
    }

    internal static string RunReduced() =>
        Text(StrictWorkload.Run(width: 19, stepCount: 3, updateCount: 3))
        + Text(StrictSequence.Run(width: 11, new(3, 3), updateCount: 3))
        + Text(StrictFrames.Run(size: 9, filterCount: 5, featureCount: 7, updateCount: 2));

    private static string Text(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
