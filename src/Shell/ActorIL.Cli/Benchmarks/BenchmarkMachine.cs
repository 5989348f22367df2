using System.Globalization;
using System.Runtime.InteropServices;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The machine a benchmark ran on, in words.</summary>
internal static class BenchmarkMachine
{
    public static string Name { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors, "
                + $"{RuntimeInformation.FrameworkDescription}"
        );
}
