using System.Text.Json;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Benchmarks;

/// <summary>The file that `bench all` writes.</summary>
public sealed class ResultsTests
{
    [Fact]
    public void The_file_says_how_it_was_made_on_what_machine_and_every_figure()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("results.md");
        var shown = Invocation.Run("bench", "all", "--out", path, "--only", "gemm", "--repetitions", "1");
        Assert.Equal((0, $"{path}\n"), (shown.Code, shown.Out));
        Assert.Equal("actoril bench gemm --repetitions 1 --json\n", shown.Error);
        Assert.Equal(["results.md"], Directory.EnumerateFileSystemEntries(folder.Folder).Select(Path.GetFileName));
        var text = File.ReadAllText(path);
        Assert.Contains(
            $"\n    actoril bench all --out {path} --only gemm --repetitions 1\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(BenchmarkMachine.Here().Text, text, StringComparison.Ordinal);
        Assert.Contains("| 256x256x256 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_a_section_with_notes_and_a_table_for_each_benchmark() =>
        Snapshot.Matches(
            ResultsPage.Render(
                "actoril bench all --out results.md",
                [
                    new(
                        "first",
                        "What is first.",
                        "    one: a thing. phase_*: several\n    things.\n\n    JSON: fields\n",
                        Report(
                            """
                            { "one": { "median": 1234.5, "unit": "us", "share_of_peak": 0.51239 },
                              "two": { "median": 0.125, "unit": "us", "share_of_peak": null } }
                            """,
                            "0.51239"
                        ),
                        null
                    ),
                    new(
                        "second",
                        "What is second.",
                        "",
                        Report("""{ "a_1": { "host": "x", "count": 1 }, "b_2": { "host": "y", "more": 2 } }""", "null"),
                        "results-second.svg"
                    ),
                ]
            )
        );

    [Theory]
    [InlineData("none/results.md", "no such folder on the way")]
    [InlineData(".", "a folder")]
    public void A_file_that_cannot_be_written_is_told_before_anything_runs(string name, string found)
    {
        using var folder = new TemporaryFolder();
        var shown = Invocation.Run("bench", "all", "--out", folder.Combine(name));
        Assert.Equal((1, ""), (shown.Code, shown.Out));
        Assert.Contains($"found:  {found}\n", shown.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Folder));
    }

    [Theory]
    [InlineData("gem", "Did you mean gemm?")]
    [InlineData("gemm,,ppo", "Correct the value.")]
    [InlineData("all", "Correct the value.")]
    public void An_unknown_benchmark_is_wrong_usage(string names, string remedy)
    {
        using var folder = new TemporaryFolder();
        var shown = Invocation.Run("bench", "all", "--out", folder.Combine("r.md"), "--only", names);
        Assert.Equal((2, ""), (shown.Code, shown.Out));
        Assert.Contains("some of messages, trace, gemm,", shown.Error, StringComparison.Ordinal);
        Assert.Contains(remedy, shown.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Folder));
    }

    [Fact]
    public void A_file_is_wanted() => Assert.Equal(2, Invocation.Run("bench", "all").Code);

    [Fact]
    public void Where_a_benchmark_fails_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var path = folder.Combine("results.md");
        var unknown = new Verb("nothing", "No benchmark.") { Examples = [] };
        var code = ResultsSession.Run(
            new(output, error, _ => null, TimeProvider.System),
            new(path, [unknown], ["--out", path], [])
        );
        Assert.Equal((ExitCode.Error, ""), (code, output.ToString()));
        Assert.Contains("found:  exit code 2\n", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Folder));
    }

    private static JsonElement Report(string figures, string share)
    {
        using var document = JsonDocument.Parse(
            $$"""
            {
              "figures": {{figures}}, "peak_gflops": 240.04, "share_of_peak": {{share}}, "repetitions": 5,
              "machine": {
                "processor": "A processor", "cores": 2, "vector_bits": 512, "runtime": ".NET", "system": "A system X64"
              }
            }
            """
        );
        return document.RootElement.Clone();
    }
}
