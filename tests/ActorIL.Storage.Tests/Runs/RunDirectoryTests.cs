using ActorIL.Core.Prelude;
using ActorIL.Storage.Runs;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Runs;

public sealed class RunDirectoryTests
{
    [Fact]
    public void A_new_directory_is_made_with_its_parents()
    {
        using var folder = new TemporaryFolder();
        using var run = Outcome.Value(RunDirectory.Create(folder["runs/mine/cartpole"]));

        Assert.Equal(folder["runs/mine/cartpole"], run.Paths.Folder);
        Assert.True(Directory.Exists(run.Paths.Checkpoints));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        using var folder = new TemporaryFolder();
        using var run = Outcome.Value(RunDirectory.Create(folder.Path));

        Assert.Equal(folder.Path, run.Paths.Folder);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_refused_and_untouched()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["letter.txt"], "dear");

        Assert.Equal(
            $"{folder.Path}: found a folder that is not empty; wanted a new or empty folder that can be written. "
                + "Choose another folder, or empty this one.",
            Outcome.Error(RunDirectory.Create(folder.Path)).ToString()
        );
        Assert.Equal(["letter.txt"], folder.Names);
    }

    [Fact]
    public void A_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["out"], "text");

        Assert.Equal("a file", Outcome.Error(RunDirectory.Create(folder["out"])).Found);
        Assert.Equal("text", File.ReadAllText(folder["out"]));
    }

    [Fact]
    public void A_folder_below_a_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["out"], "text");

        Outcome.Error(RunDirectory.Create(folder["out/run"]));
        Assert.Equal(["out"], folder.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_text_that_is_no_path_is_refused(string path) =>
        Assert.StartsWith("no valid path", Outcome.Error(RunDirectory.Create(path)).Found, StringComparison.Ordinal);

    [Fact]
    public void A_disk_for_reading_only_is_refused()
    {
        using var disk = TemporaryDisk.OrSkip(sizeBytes: 64 * 1024);
        Directory.CreateDirectory(disk["empty"]);
        disk.MakeReadOnly();

        Assert.StartsWith(
            "Read-only file system",
            Outcome.Error(RunDirectory.Create(disk["empty"])).Found,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Read-only file system",
            Outcome.Error(RunDirectory.Create(disk["new"])).Found,
            StringComparison.Ordinal
        );
        Assert.Equal(["empty"], disk.Names);
    }

    [Fact]
    public void A_folder_without_permission_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write anywhere.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["closed"]);
        Assert.SkipUnless(Tool.Succeeds("chmod", "0555", folder["closed"]), "There is no 'chmod' on this system.");

        Assert.StartsWith(
            "no permission",
            Outcome.Error(RunDirectory.Create(folder["closed"])).Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_in_use_is_refused_and_its_owner_named()
    {
        using var folder = new TemporaryFolder();
        using var run = Outcome.Value(RunDirectory.Create(folder["out"]));

        var error = Outcome.Error(RunDirectory.Create(folder["out"]));

        Assert.Equal($"a folder in use by process {Environment.ProcessId} on {Environment.MachineName}", error.Found);
        Assert.Equal("Wait for that run to end, or choose another folder.", error.Remedy);
    }

    [Fact]
    public void A_run_in_use_is_not_opened_a_second_time()
    {
        using var folder = new TemporaryFolder();
        using var run = Outcome.Value(RunDirectory.Create(folder["out"]));
        File.WriteAllText(run.Paths.Config, "");

        Assert.StartsWith(
            "a folder in use",
            Outcome.Error(RunDirectory.Open(folder["out"])).Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_finished_run_can_be_opened_but_not_created_again()
    {
        using var folder = new TemporaryFolder();
        using (var run = Outcome.Value(RunDirectory.Create(folder["out"])))
        {
            File.WriteAllText(run.Paths.Config, "");
        }

        Assert.Equal("a folder that is not empty", Outcome.Error(RunDirectory.Create(folder["out"])).Found);
        using var again = Outcome.Value(RunDirectory.Open(folder["out"]));
        Assert.Equal(folder["out"], again.Paths.Folder);
    }

    [Fact]
    public void A_finished_run_leaves_no_note_of_its_owner()
    {
        using var folder = new TemporaryFolder();
        Outcome.Value(RunDirectory.Create(folder.Path)).Dispose();

        Assert.Equal([".lock", "checkpoints"], folder.Names);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_not_opened()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("no config.conf in it", Outcome.Error(RunDirectory.Open(folder.Path)).Found);
        Assert.Equal("no such folder", Outcome.Error(RunDirectory.Open(folder["missing"])).Found);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void The_lock_of_a_dead_process_is_no_obstacle()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".lock"], "");
        File.WriteAllText(folder[".owner"], "process 999999999 on elsewhere");

        using var run = Outcome.Value(RunDirectory.Create(folder.Path));
        Assert.Contains($"{Environment.ProcessId}", File.ReadAllText(folder[".owner"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_process_excludes_this_one_until_it_is_killed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".lock"], "");
        var script = "echo held; exec sleep 600";
        using var other = Tool.Start("flock", "--exclusive", "--no-fork", folder[".lock"], "sh", "-c", script);
        Assert.SkipWhen(other is null, "There is no program 'flock' on this system.");
        Assert.Equal("held", other.StandardOutput.ReadLine());

        Assert.Equal("a folder in use by another process", Outcome.Error(RunDirectory.Create(folder.Path)).Found);

        other.Kill();
        other.WaitForExit();
        using var run = Outcome.Value(RunDirectory.Create(folder.Path));
        Assert.Equal(folder.Path, run.Paths.Folder);
    }

    [Fact]
    public void Giving_up_a_folder_that_is_gone_is_no_fault()
    {
        using var folder = new TemporaryFolder();
        var run = Outcome.Value(RunDirectory.Create(folder["out"]));
        Directory.Delete(folder["out"], recursive: true);

        run.Dispose();
        run.Dispose();
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void The_next_run_has_the_next_number()
    {
        using var folder = new TemporaryFolder();
        using var first = Outcome.Value(RunDirectory.NextUnder(folder["runs"], "cartpole"));
        using var second = Outcome.Value(RunDirectory.NextUnder(folder["runs"], "cartpole"));
        using var other = Outcome.Value(RunDirectory.NextUnder(folder["runs"], "cart"));

        Assert.Equal(folder["runs/cartpole-1"], first.Paths.Folder);
        Assert.Equal(folder["runs/cartpole-2"], second.Paths.Folder);
        Assert.Equal(folder["runs/cart-1"], other.Paths.Folder);
    }

    [Fact]
    public void The_next_number_is_above_every_one_there_is()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["cartpole-7"], "");
        string[] others = ["cartpole-3", "cartpole-x", "cartpole-", "cartpole-99x", "cartpole-v1-88", "pole-99"];
        foreach (var name in others.Append("cartpole-99999999999999999999"))
        {
            Directory.CreateDirectory(folder[name]);
        }

        using var run = Outcome.Value(RunDirectory.NextUnder(folder.Path, "cartpole"));
        Assert.Equal(folder["cartpole-8"], run.Paths.Folder);
    }

    [Fact]
    public void Runs_that_start_at_once_get_directories_of_their_own()
    {
        using var folder = new TemporaryFolder();
        var results = new Result<RunDirectory, Error>[40];
        var threads = Enumerable
            .Range(0, 8)
            .Select(worker => new Thread(() =>
            {
                for (var i = worker; i < results.Length; i += 8)
                {
                    results[i] = RunDirectory.NextUnder(folder.Path, "run");
                }
            }))
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        var runs = results.Select(Outcome.Value).ToArray();
        Assert.Equal(40, runs.Select(run => run.Paths.Folder).Distinct().Count());
        Array.ForEach(runs, run => run.Dispose());
    }

    [Fact]
    public void Directories_that_are_there_hold_their_configuration_and_nothing_is_left_aside()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var incomplete = 0;
        var looker = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                incomplete += Directory
                    .GetDirectories(folder.Path, "run-*")
                    .Count(path => !File.Exists(Path.Combine(path, "config.conf")));
            }
        });
        looker.Start();
        var runs = Enumerable
            .Range(0, 40)
            .Select(_ => Outcome.Value(RunDirectory.NextUnder(folder.Path, "run", "a = 1")));
        Array.ForEach(runs.ToArray(), run => run.Dispose());
        stop.Cancel();
        looker.Join();

        Assert.Equal(0, incomplete);
        Assert.Equal(40, folder.Names.Count());
        Assert.All(folder.Names, name => Assert.Equal("a = 1", File.ReadAllText(folder[$"{name}/config.conf"])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../escape")]
    [InlineData("a b")]
    public void A_run_needs_a_name_that_is_a_file_name(string name)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("name of the run", Outcome.Error(RunDirectory.NextUnder(folder.Path, name)).Where);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_file_is_no_folder_for_runs()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["runs"], "");

        Assert.Equal("a file", Outcome.Error(RunDirectory.NextUnder(folder["runs"], "cartpole")).Found);
    }

    [Fact]
    public void A_full_disk_is_an_error_and_not_tried_again()
    {
        using var disk = TemporaryDisk.OrSkip(sizeBytes: 16 * 1024);
        File.WriteAllBytes(disk["filler"], new byte[16 * 1024]);

        Assert.Equal("a full disk", Outcome.Error(RunDirectory.NextUnder(disk.Path, "run")).Found);
        Assert.Equal(["filler"], disk.Names.Where(name => name != "run-1"));
    }
}
