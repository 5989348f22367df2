using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>What a run directory shows of how its run went.</summary>
internal static class RunEvidence
{
    /// <summary>Digest, result digest and weights digest of the object on an output.</summary>
    public static string Digests(string output)
    {
        using var summary = JsonDocument.Parse(output);
        return string.Join(
            ' ',
            ((string[])["digest", "result_digest", "weights_digest"]).Select(name =>
                summary.RootElement.GetProperty(name).GetString()
            )
        );
    }

    /// <summary>The manifest of the trace in a run directory.</summary>
    public static TraceManifest Manifest(string folder)
    {
        using var reader = TraceReader.Open(Path.Combine(folder, "trace.mcap")).Require();
        return reader.Manifest;
    }

    /// <summary>The times the run went on, by the deliveries that were kept.</summary>
    public static long[] Resumptions(string folder) =>
        [.. Manifest(folder).Resumptions.Select(resumption => resumption.Ordinal)];

    /// <summary>Fails unless a run that was resumed left everything as one that nobody disturbed.</summary>
    /// <param name="whole">The run directory of that one.</param>
    /// <param name="folder">The run directory.</param>
    /// <param name="last">The resumption that finished it.</param>
    public static void IsAs(string whole, string folder, Invocation last)
    {
        Assert.True(last.Code == 0, last.Text());
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "summary.json")), last.Out);
        Assert.Equal(Digests(File.ReadAllText(Path.Combine(whole, "summary.json"))), Digests(last.Out));
        Assert.Equal(Read(whole, "metrics.csv"), Read(folder, "metrics.csv"));
        Assert.Equal(Names(whole), Names(folder));
        foreach (var name in Names(Path.Combine(whole, "demonstrations")))
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(whole, "demonstrations", name)),
                File.ReadAllBytes(Path.Combine(folder, "demonstrations", name))
            );
        }

        if (File.Exists(Path.Combine(whole, "trace.mcap")))
        {
            Assert.Equal(
                TraceBytes.WithoutManifest(Path.Combine(whole, "trace.mcap")),
                TraceBytes.WithoutManifest(Path.Combine(folder, "trace.mcap"))
            );
        }
    }

    /// <summary>Fails unless the run's trace verifies.</summary>
    public static void Verifies(string folder)
    {
        var verified = Invocation.Run("trace", "verify", Path.Combine(folder, "trace.mcap"));
        Assert.True(verified.Code == 0, verified.Text());
    }

    /// <summary>What is in a folder, by name.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Select(entry => Path.GetFileName(entry))
            .Order(StringComparer.Ordinal);

    private static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, name));
}
