using ActorIL.Storage.Files;

namespace ActorIL.Storage.Tests.Files;

public sealed class TextFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a = 1\r\nb = \"naïve – 🎲\"\n")]
    public void A_text_is_read_as_it_stands(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.conf"], text);

        Assert.Equal(text, Outcome.Value(TextFile.Read(folder["a.conf"])));
    }

    [Fact]
    public void A_byte_order_mark_is_dropped() =>
        Assert.Equal("a = 1", Outcome.Value(Read([0xEF, 0xBB, 0xBF, .. "a = 1"u8])));

    [Fact]
    public void A_binary_file_is_an_error_with_its_place() =>
        Assert.Equal("a binary file (a zero at byte 3)", Outcome.Error(Read([.. "abc"u8, 0, 1])).Found);

    [Fact]
    public void Bytes_of_another_encoding_are_an_error_with_their_place() =>
        Assert.Equal("bytes that are not UTF-8 (at byte 4)", Outcome.Error(Read([.. "na"u8, 0xC3, 0xAF, 0xEF])).Found);

    [Fact]
    public void A_file_too_long_is_an_error() =>
        Assert.Equal("16777217 bytes", Outcome.Error(Read(new byte[TextFile.LengthMax + 1])).Found);

    [Fact]
    public void A_device_without_end_is_an_error()
    {
        Assert.SkipUnless(File.Exists("/dev/urandom"), "There is no /dev/urandom on this system.");

        Assert.Equal("More than 16777216 bytes", Outcome.Error(TextFile.Read("/dev/urandom")).Found);
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            $"{folder["a.conf"]}: found no such file; wanted a text file in UTF-8. Check the path for a typing error.",
            Outcome.Error(TextFile.Read(folder["a.conf"])).ToString());
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("no such folder on the way", Outcome.Error(TextFile.Read(folder["b/a.conf"])).Found);
    }

    [Fact]
    public void A_folder_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("a folder", Outcome.Error(TextFile.Read(folder.Path)).Found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_text_that_is_no_path_is_an_error(string path) =>
        Assert.StartsWith("no valid path", Outcome.Error(TextFile.Read(path)).Found, StringComparison.Ordinal);

    private static Core.Prelude.Result<string, Core.Prelude.Error> Read(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.conf"], bytes);
        return TextFile.Read(folder["a.conf"]);
    }
}
