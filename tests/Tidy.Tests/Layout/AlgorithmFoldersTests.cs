using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

public sealed class AlgorithmFoldersTests
{
    private const string Folder = AlgorithmFolders.Root + "Imitation/Example/";

    private static readonly string[] WholeFolder =
    [
        Folder + "ExampleConfig.cs", Folder + "ExampleState.cs", Folder + "ExampleLoss.cs", Folder + "ExampleUpdate.cs",
        Folder + "README.md",
    ];

    [Fact]
    public void Every_algorithm_has_its_files_and_names_its_paper() =>
        Findings.None(AlgorithmFolders.Find(SourceTree.Paths, SourceTree.Read));

    [Fact]
    public void A_whole_folder_passes() => Findings.None(AlgorithmFolders.Find(WholeFolder, _ => GoodReadme));

    [Theory]
    [InlineData("ExampleLoss.cs", "0 files *Loss.cs")]
    [InlineData("ExampleConfig.cs", "0 files *Config.cs")]
    public void A_missing_file_is_found(string file, string words) =>
        Findings.One(AlgorithmFolders.Find([.. WholeFolder.Where(p => p != Folder + file)], _ => GoodReadme), 1, words);

    [Fact]
    public void A_second_file_of_a_kind_is_found() =>
        Findings.One(
            AlgorithmFolders.Find([.. WholeFolder, Folder + "OtherState.cs"], _ => GoodReadme), 1, "2 files *State.cs");

    [Fact]
    public void A_readme_without_deviations_is_found() =>
        Findings.One(AlgorithmFolders.Find(WholeFolder, _ => "Ross et al. 2011, *A reduction*"), 1, "no deviations");

    [Fact]
    public void A_readme_without_a_paper_is_found() =>
        Findings.One(AlgorithmFolders.Find(WholeFolder, _ => "Ross, long ago\n## Deviations\nNone."), 1, "no paper");

    [Fact]
    public void Shared_code_is_no_algorithm() =>
        Assert.Empty(
            AlgorithmFolders.Of(
            [
                AlgorithmFolders.Root + "Shared/ImitationLoss.cs", AlgorithmFolders.Root + "Policies/MlpPolicy.cs",
                AlgorithmFolders.Root + "AlgorithmConfig.cs",
            ]));

    private static string GoodReadme => "Ross et al. 2011, arXiv:1011.0686\n\n## Deviations from the paper\n\nNone.\n";
}
