using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>What a child process does: says what its processor offers and hashes the bits of every function.</summary>
public sealed class MathematicsChild
{
    // Small, because without hardware for fused multiply-adds each takes some fifty times longer.
    private const int SampleCount = 1 << 14;
    private const ulong HashBasis = 0xCBF29CE484222325;
    private const ulong HashPrime = 0x00000100000001B3;

    [Fact(Explicit = true)]
    public void Report() =>
        ChildProcess.Report(
            [
                (nameof(Avx512F), Avx512F.IsSupported.ToString()),
                (nameof(Avx2), Avx2.IsSupported.ToString()),
                (nameof(Fma), Fma.IsSupported.ToString()),
                (nameof(Sse42), Sse42.IsSupported.ToString()),
                (nameof(Vector512), Vector512.IsHardwareAccelerated.ToString()),
                (nameof(Vector256), Vector256.IsHardwareAccelerated.ToString()),
                (nameof(Vector128), Vector128.IsHardwareAccelerated.ToString()),
                .. Hashes().Select(hash => (hash.Key, hash.Value)),
            ]);

    /// <summary>One hash per function, by name; several where its forms disagree.</summary>
    internal static Dictionary<string, string> Hashes()
    {
        var hashes = new Dictionary<string, string>();
        foreach (var row in FunctionTable.SingleNames)
        {
            hashes[$"float {row.Data}"] = Hash(FunctionTable.Single(row.Data), Sweep.Singles(SampleCount));
        }

        foreach (var row in FunctionTable.DoubleNames)
        {
            var forms = FunctionTable.Double(row.Data);
            hashes[$"double {row.Data}"] = Hash(forms, Sweep.Doubles(SampleCount));
            hashes[$"everyday double {row.Data}"] = Hash(forms, Sweep.EverydayDoubles(SampleCount));
        }

        return hashes;
    }

    private static string Hash<T>(FunctionForms<T> forms, T[] arguments)
        where T : struct
    {
        var span = new T[arguments.Length];
        forms.Span(arguments, span);
        string[] hashes =
        [
            Hash(arguments.Select(forms.Scalar).ToArray()),
            Hash(Sweep.Narrow(forms, arguments)),
            Hash(Sweep.Wide(forms, arguments)),
            Hash(span),
        ];
        return string.Join(' ', hashes.Distinct());
    }

    /// <summary>FNV-1a over the bytes, little-endian as on every machine this runs on.</summary>
    private static string Hash<T>(T[] values)
        where T : struct
    {
        var hash = HashBasis;
        foreach (var part in MemoryMarshal.AsBytes(values.AsSpan()))
        {
            hash = unchecked((hash ^ part) * HashPrime);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
