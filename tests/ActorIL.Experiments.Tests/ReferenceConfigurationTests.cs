using ActorIL.Experiments.Inputs;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Tests;

public class ReferenceConfigurationTests
{
    public static TheoryData<string> ShippedFiles =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("hocon"), "*.conf").Select(path => Path.GetFileName(path))];

    [Fact]
    public void The_program_carries_the_text_of_the_repository() =>
        Assert.Equal(Configurations.Shipped("reference.conf"), ReferenceConfiguration.ReadText());

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Every_shipped_configuration_binds(string name) =>
        Assert.Empty(Configurations.Errors(Configurations.Shipped(name)));

    // Binding looks each key of the reference up among those that were read, so a key nobody reads fails here.
    [Fact]
    public void Every_key_is_read() =>
        Assert.Equal(
            DocumentedKeys().Select(key => key.Path),
            Configurations.Good("").Configuration.Keys.Select(key => key.Path)
        );

    [Fact]
    public void Every_key_says_above_it_whether_it_is_semantic_or_operational() =>
        Assert.Equal(DocumentedKeys(), Configurations.Good("").Configuration.Keys.Select(key => (key.Path, key.Kind)));

    [Fact]
    public void Only_how_a_run_is_carried_out_is_operational() =>
        Assert.All(
            Configurations.Good("").Configuration.Keys,
            key =>
                Assert.Equal(
                    key.Path.Split('.')[0] is "run" or "trace" or "checkpoint" or "watchdog-seconds"
                        || key.Path is "plugins" or "allow-ambient-calls"
                        || IsPlaceOfFile(key.Path)
                        || IsOfProgram(key.Path),
                    key.Kind == KeyKind.Operational
                )
        );

    // What is in a file is semantic: it has a key of its own.
    private static bool IsPlaceOfFile(string path) =>
        Enum.GetValues<InputRole>().Any(role => InputReference.PathKeyOf(role) == path);

    // What a program says of itself is semantic; the other spelling of a name changes the name itself.
    private static bool IsOfProgram(string path) =>
        path
            is "environment.id"
                or "environment.command"
                or "environment.instances"
                or "environment.processes"
                or "environment.start-timeout-seconds"
                or "environment.answer-timeout-seconds";

    [Fact]
    public void The_resolved_reference_is_this() => Snapshot.Matches(Configurations.Good("").Configuration.Text);

    /// <summary>Keys as the text documents them: what stands in the comment directly above each.</summary>
    private static List<(string Path, KeyKind Kind)> DocumentedKeys()
    {
        var keys = new List<(string, KeyKind)>();
        var sections = new Stack<string>();
        var above = "";
        foreach (var line in Configurations.Shipped("reference.conf").Split('\n').Select(line => line.Trim()))
        {
            if (line.EndsWith('{'))
            {
                sections.Push(line[..^1].Trim());
            }
            else if (line == "}")
            {
                sections.Pop();
            }
            else if (line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            {
                var path = string.Join('.', sections.Reverse().Skip(1).Append(line.Split('=')[0].Trim()));
                keys.Add((path, KindOf(path, above)));
            }

            above = line;
        }

        return keys;
    }

    private static KeyKind KindOf(string path, string comment) =>
        comment.StartsWith("# semantic. ", StringComparison.Ordinal) ? KeyKind.Semantic
        : comment.StartsWith("# semantic, changeable. ", StringComparison.Ordinal) ? KeyKind.Changeable
        : comment.StartsWith("# operational. ", StringComparison.Ordinal) ? KeyKind.Operational
        : throw new InvalidOperationException($"No comment says above {path} what kind of key it is.");
}
