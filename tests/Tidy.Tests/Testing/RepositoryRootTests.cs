using System.Runtime.CompilerServices;
using ActorIL.Testing;

namespace Tidy.Tests.Testing;

public sealed class RepositoryRootTests
{
    [Fact]
    public void The_root_holds_the_solution() => Assert.True(File.Exists(RepositoryRoot.Combine("ActorIL.sln")));

    [Fact]
    public void A_source_path_written_by_the_compiler_is_found_on_this_machine() =>
        Assert.True(File.Exists(RepositoryRoot.SourcePath(ThisFile())));

    [Fact]
    public void A_path_that_was_not_mapped_is_kept() =>
        Assert.Equal("/elsewhere/A.cs", RepositoryRoot.SourcePath("/elsewhere/A.cs"));

    [Fact]
    public void Outside_a_clone_the_error_says_what_is_missing()
    {
        var failure = Assert.Throws<DirectoryNotFoundException>(() => RepositoryRoot.Find(Path.GetTempPath()));
        Assert.Contains("holds ActorIL.sln", failure.Message, StringComparison.Ordinal);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
