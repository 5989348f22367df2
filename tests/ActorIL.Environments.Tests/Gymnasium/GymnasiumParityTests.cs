namespace ActorIL.Environments.Tests.Gymnasium;

public sealed class GymnasiumParityTests
{
    public static TheoryData<string> Shipped =>
        [
            .. Directory
                .EnumerateFiles(ShippedFolder)
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    private static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Golden");

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Recorded_episodes_are_reproduced_step_by_step(string file)
    {
        var path = Path.Combine(ShippedFolder, file);
        var recording = Recording.Read(path);
        Assert.Equal(Recording.SeedOf(path), recording.Seed);
        Parity.Check(recording);
    }

    [Fact]
    public void Every_environment_with_a_Gymnasium_counterpart_has_recordings()
    {
        var recorded = Recording.FilesIn(ShippedFolder).Select(path => Recording.Read(path).EnvironmentId);
        var counterparts = EnvironmentCatalog
            .Shipped.Entries.Where(entry => entry.GymnasiumSeeded.Match(_ => true, _ => false))
            .Select(entry => entry.Id)
            .ToArray();
        Assert.Equal(counterparts, recorded.Distinct());
        Assert.Equal(counterparts, Parity.EnvironmentIds);
    }

    [Fact]
    public void Recordings_of_the_named_folder_are_reproduced_too()
    {
        Assert.SkipUnless(Golden.TryNamedFolder(out var folder), $"{Golden.Variable} is not set.");
        foreach (var path in Recording.FilesIn(folder))
        {
            Parity.Check(Recording.Read(path));
        }
    }

    [Fact]
    public void A_file_of_no_known_pattern_fails_by_name()
    {
        var folder = Directory.CreateTempSubdirectory("actoril-golden-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "README.md"), "");
            Directory.CreateDirectory(Path.Combine(folder.FullName, "torch"));
            Assert.Empty(Recording.FilesIn(folder.FullName));
            File.WriteAllText(Path.Combine(folder.FullName, "CartPole-v7-seed0.json"), "{}");
            var failure = Assert.Throws<InvalidDataException>(() => Recording.FilesIn(folder.FullName));
            Assert.Contains("CartPole-v7-seed0.json", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
