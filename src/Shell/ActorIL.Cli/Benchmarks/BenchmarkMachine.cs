using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ActorIL.Bench.Measuring;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The machine a benchmark ran on.</summary>
/// <param name="Processor">Name of the processor, as the system tells it.</param>
/// <param name="CoreCount">Processors the program may use.</param>
/// <param name="VectorBits">Width of the vectors that kernels use.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="System">Operating system and architecture.</param>
internal sealed record BenchmarkMachine(string Processor, int CoreCount, int VectorBits, string Runtime, string System)
{
    private const string LinuxFile = "/proc/cpuinfo";
    private const string LinuxKey = "model name";

    /// <summary>In words, for the end of a line.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor}, {CoreCount} cores, {VectorBits}-bit vectors, {Runtime}, {System}"
        );

    /// <summary>This machine.</summary>
    public static BenchmarkMachine Here() =>
        new(
            ProcessorName(),
            Environment.ProcessorCount,
            MachinePeak.VectorBits,
            RuntimeInformation.FrameworkDescription,
            $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}"
        );

    /// <summary>The fields as an object called "machine".</summary>
    public void WriteFields(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("machine");
        writer.WriteString("processor", Processor);
        writer.WriteNumber("cores", CoreCount);
        writer.WriteNumber("vector_bits", VectorBits);
        writer.WriteString("runtime", Runtime);
        writer.WriteString("system", System);
        writer.WriteEndObject();
    }

    private static string ProcessorName()
    {
        var line = File.Exists(LinuxFile)
            ? File.ReadLines(LinuxFile)
                .FirstOrDefault(static line => line.StartsWith(LinuxKey, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? "unknown processor";
    }
}
