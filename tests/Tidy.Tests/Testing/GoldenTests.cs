using ActorIL.Testing;

namespace Tidy.Tests.Testing;

public sealed class GoldenTests
{
    [Fact]
    public void An_unset_variable_names_no_folder()
    {
        Assert.False(Golden.TryNamedFolder(null, out _));
        Assert.False(Golden.TryNamedFolder(string.Empty, out _));
    }

    [Fact]
    public void A_folder_that_exists_is_taken()
    {
        Assert.True(Golden.TryNamedFolder(RepositoryRoot.Folder, out var folder));
        Assert.Equal(RepositoryRoot.Folder, folder);
    }

    [Fact]
    public void A_named_folder_that_does_not_exist_fails_by_name()
    {
        var failure = Assert.Throws<DirectoryNotFoundException>(() => Golden.TryNamedFolder("/no/such", out _));
        Assert.StartsWith(
            "ACTORIL_GOLDEN names '/no/such', which is no folder.",
            failure.Message,
            StringComparison.Ordinal
        );
    }
}
