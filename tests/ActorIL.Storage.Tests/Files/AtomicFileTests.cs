using ActorIL.Storage.Files;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Files;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_new_file_is_written_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(folder["a.txt"], Outcome.Value(AtomicFile.WriteText(folder["a.txt"], "naïve\n")));
        Assert.Equal("6E61C3AF76650A", Convert.ToHexString(File.ReadAllBytes(folder["a.txt"])));
        Assert.Equal(["a.txt"], folder.Names);
    }

    [Fact]
    public void An_existing_file_is_replaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt"], "a much longer text from before");

        Outcome.Value(AtomicFile.WriteText(folder["a.txt"], "new"));

        Assert.Equal("new", File.ReadAllText(folder["a.txt"]));
    }

    [Fact]
    public void Asking_whether_a_file_can_be_written_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt"], "old");

        Assert.Equal(folder["a.txt"], Outcome.Value(AtomicFile.Probe(folder["a.txt"])));
        Assert.Equal(folder["b.txt"], Outcome.Value(AtomicFile.Probe(folder["b.txt"])));

        Assert.Equal("old", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], folder.Names);
    }

    [Fact]
    public void Where_no_file_can_be_written_the_question_says_why()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("a folder", Outcome.Error(AtomicFile.Probe(folder[""])).Found);
        Assert.Equal("no such folder on the way", Outcome.Error(AtomicFile.Probe(folder["none/a.txt"])).Found);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_partial_file_of_a_killed_writer_is_replaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt.partial"], "half of a much longer te");

        Outcome.Value(AtomicFile.WriteText(folder["a.txt"], "whole"));

        Assert.Equal("whole", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], folder.Names);
    }

    [Fact]
    public void A_failure_half_way_leaves_the_old_file_and_no_partial_one()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt"], "old");

        var error = Outcome.Error(
            AtomicFile.Write(
                folder["a.txt"],
                stream =>
                {
                    stream.Write("half"u8);
                    throw new IOException("The cable was pulled.");
                }
            )
        );

        Assert.Equal("The cable was pulled", error.Found);
        Assert.Equal("old", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], folder.Names);
    }

    [Fact]
    public void A_defect_of_the_caller_is_passed_on_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<InvalidCastException>(() =>
            AtomicFile.Write(folder["a.txt"], _ => throw new InvalidCastException("A defect."))
        );
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_full_device_is_an_error_and_leaves_nothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full on this system.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["a.txt.partial"], "/dev/full");

        var error = Outcome.Error(AtomicFile.WriteText(folder["a.txt"], "text"));

        Assert.Equal((folder["a.txt"], "a full disk"), (error.Where, error.Found));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_full_disk_is_an_error_and_leaves_the_old_file()
    {
        using var disk = TemporaryDisk.OrSkip(sizeBytes: 64 * 1024);
        Outcome.Value(AtomicFile.WriteBytes(disk["a.bin"], new byte[20_000]));

        var error = Outcome.Error(AtomicFile.WriteBytes(disk["a.bin"], new byte[60_000]));

        Assert.Equal("a full disk", error.Found);
        Assert.Equal(20_000, new FileInfo(disk["a.bin"]).Length);
        Assert.Equal(["a.bin"], disk.Names);
    }

    [Fact]
    public void A_disk_for_reading_only_is_an_error()
    {
        using var disk = TemporaryDisk.OrSkip(sizeBytes: 64 * 1024);
        disk.MakeReadOnly();

        Assert.StartsWith(
            "Read-only file system",
            Outcome.Error(AtomicFile.WriteText(disk["a.txt"], "text")).Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_without_permission_is_an_error()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write anywhere.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["closed"]);
        Assert.SkipUnless(Tool.Succeeds("chmod", "0555", folder["closed"]), "There is no 'chmod' on this system.");

        var error = Outcome.Error(AtomicFile.WriteText(folder["closed/a.txt"], "text"));

        Assert.StartsWith("no permission", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_that_name_is_an_error()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a.txt"]);

        Assert.Equal("a folder", Outcome.Error(AtomicFile.WriteText(folder["a.txt"], "text")).Found);
        Assert.Equal(["a.txt"], folder.Names);
    }

    [Fact]
    public void A_folder_where_the_partial_file_belongs_is_an_error_and_stays()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a.txt.partial"]);

        Outcome.Error(AtomicFile.WriteText(folder["a.txt"], "text"));

        Assert.Equal(["a.txt.partial"], folder.Names);
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        using var folder = new TemporaryFolder();

        var error = Outcome.Error(AtomicFile.WriteText(folder["missing/a.txt"], "text"));

        Assert.Equal((folder["missing/a.txt"], "no such folder on the way"), (error.Where, error.Found));
    }

    [Theory]
    [InlineData("", "''")]
    [InlineData("a\0b", "'a?b'")]
    public void A_text_that_is_no_path_is_an_error(string path, string where) =>
        Assert.Equal(where, Outcome.Error(AtomicFile.WriteText(path, "text")).Where);

    [Fact]
    public void A_reader_never_sees_half_a_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder["a.bin"];
        var bytes = new byte[200_000];
        Outcome.Value(AtomicFile.WriteBytes(path, bytes));
        var writer = new Thread(() =>
        {
            for (var round = 1; round <= 40; round++)
            {
                Array.Fill(bytes, (byte)round);
                Outcome.Value(AtomicFile.WriteBytes(path, bytes));
            }
        });

        writer.Start();
        while (writer.IsAlive)
        {
            var seen = File.ReadAllBytes(path);
            Assert.Equal(bytes.Length, seen.Length);
            Assert.Equal(-1, seen.AsSpan().IndexOfAnyExcept(seen[0]));
        }

        writer.Join();
    }
}
