using ActorIL.Testing;

namespace Tidy.Tests.Testing;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshot-").FullName;

    private string Name => Path.Combine(folder, "Subject.Claim");

    private string Verified => Name + ".verified.txt";

    private string Received => Name + ".received.txt";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_equal_text_passes_whatever_its_line_ends() => Snapshot.Matches("first\r\nsecond\rthird");

    [Theory]
    [InlineData("one")]
    [InlineData("two/three")]
    public void A_parameter_tells_the_cases_of_a_theory_apart(string parameter) =>
        Snapshot.Matches($"the case of {parameter}", parameter);

    [Fact]
    public void A_changed_text_fails_with_the_difference_and_the_command()
    {
        File.WriteAllText(Verified, "a\nb\nc\n");
        var failure = Snapshot.Compare(Name, "a\nB\nc", Snapshot.Mode.Compare);
        Assert.Contains("Subject.Claim.verified.txt differs", failure, StringComparison.Ordinal);
        Assert.Contains("    2 - b\n    2 + B\n", failure, StringComparison.Ordinal);
        Assert.EndsWith(
            "accept it with: ACTORIL_ACCEPT=1 dotnet test ActorIL.sln -c Release",
            failure,
            StringComparison.Ordinal
        );
        Assert.Equal("a\nB\nc\n"u8.ToArray(), File.ReadAllBytes(Received));
    }

    [Fact]
    public void A_missing_verified_file_fails_and_leaves_the_received_text()
    {
        var failure = Snapshot.Compare(Name, "new", Snapshot.Mode.Compare);
        Assert.Contains("does not exist", failure, StringComparison.Ordinal);
        Assert.Equal("new\n", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void A_passing_snapshot_deletes_a_stale_received_file()
    {
        File.WriteAllText(Verified, "\uFEFFsame\r\n");
        File.WriteAllText(Received, "old");
        Assert.Empty(Snapshot.Compare(Name, "same", Snapshot.Mode.Compare));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Accepting_rewrites_the_verified_file_without_a_byte_order_mark()
    {
        File.WriteAllText(Received, "old");
        Assert.Empty(Snapshot.Compare(Name, "é", Snapshot.Mode.Accept));
        Assert.Equal("é\n"u8.ToArray(), File.ReadAllBytes(Verified));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Accepting_is_refused_on_a_build_server()
    {
        File.WriteAllText(Verified, "a");
        var failure = Snapshot.Compare(Name, "b", Snapshot.ModeOf(Variables(("ACTORIL_ACCEPT", "1"), ("CI", "true"))));
        Assert.Contains("refused where CI=true", failure, StringComparison.Ordinal);
        Assert.Equal("a", File.ReadAllText(Verified));
    }

    [Fact]
    public void Only_the_exact_value_accepts()
    {
        Assert.Equal(Snapshot.Mode.Compare, Snapshot.ModeOf(Variables()));
        Assert.Equal(Snapshot.Mode.Compare, Snapshot.ModeOf(Variables(("ACTORIL_ACCEPT", "0"))));
        Assert.Equal(Snapshot.Mode.Accept, Snapshot.ModeOf(Variables(("ACTORIL_ACCEPT", "1"), ("CI", "false"))));
    }

    [Fact]
    public void File_names_hold_only_characters_that_every_file_system_takes() =>
        Assert.Equal("Subject.Claim_a-b-c=1", Snapshot.Name("Subject", "Claim", "a/b:c=1"));

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.FirstOrDefault(pair => pair.Name == name).Value;
}
