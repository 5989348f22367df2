using System.Text.Json;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The object that every benchmark prints.</summary>
internal static class BenchmarkJson
{
    /// <summary>Name, figures, peak, share of it, repetitions and machine.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="name">The benchmark.</param>
    /// <param name="figures">Writes the properties of "figures".</param>
    /// <param name="peakGigaflops">Of one core, in the same run.</param>
    /// <param name="shareOfPeak">Of the main figure; null where arithmetic does not bound it.</param>
    /// <param name="repetitionCount">Samples behind each median.</param>
    public static void WriteBenchmark(
        this Terminal terminal,
        string name,
        Action<Utf8JsonWriter> figures,
        double peakGigaflops,
        double? shareOfPeak,
        int repetitionCount
    ) =>
        terminal.WriteJson(writer =>
        {
            writer.WriteString("name", name);
            writer.WriteStartObject("figures");
            figures(writer);
            writer.WriteEndObject();
            writer.WriteNumber("peak_gflops", peakGigaflops);
            WriteShare(writer, "share_of_peak", shareOfPeak);
            writer.WriteNumber("repetitions", repetitionCount);
            BenchmarkMachine.Here().WriteFields(writer);
        });

    /// <summary>A share, or null.</summary>
    public static void WriteShare(Utf8JsonWriter writer, string name, double? share)
    {
        if (share is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
