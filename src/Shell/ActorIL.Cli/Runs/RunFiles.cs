using ActorIL.Cli.Inputs;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Runs;

/// <summary>The run directory with what is written before the run starts.</summary>
internal sealed class RunFiles : IDisposable
{
    private const string RunsFolder = "runs";
    private readonly RunDirectory _directory;
    private readonly bool _existed;

    private RunFiles(RunDirectory directory, MetricsFile metrics, bool existed = true) =>
        (_directory, Metrics, _existed) = (directory, metrics, existed);

    public RunPaths Paths => _directory.Paths;

    public MetricsFile Metrics { get; }

    /// <summary>
    /// Claims the folder and writes what is known; a folder that cannot hold even that is left as it was.
    /// </summary>
    /// <param name="file">The experiment; its name becomes that of a new folder.</param>
    /// <param name="run">Its configuration.</param>
    public static Result<RunFiles, Error> Create(string file, BoundRun run)
    {
        var existed = run.Settings.Out.Length > 0 && Directory.Exists(run.Settings.Out);
        var directory =
            run.Settings.Out.Length > 0
                ? RunDirectory.Create(run.Settings.Out, run.Configuration.Text)
                : RunDirectory.NextUnder(RunsFolder, NameOf(file), run.Configuration.Text);
        return directory.Then(claimed => Fill(claimed, run, existed));
    }

    /// <summary>The directory of a run that goes on; metrics that came after where it stood are cut off.</summary>
    /// <param name="directory">The directory, which is owned from here on.</param>
    /// <param name="metricsLength">Bytes of metrics that count.</param>
    public static Result<RunFiles, Error> Continue(RunDirectory directory, long metricsLength) =>
        MetricsFile.Continue(directory.Paths.Metrics, metricsLength).Map(metrics => new RunFiles(directory, metrics));

    /// <summary>The directory of a run that begins again: what a first attempt left of its course is deleted.</summary>
    /// <param name="directory">The directory, which is owned from here on.</param>
    /// <param name="isFork">Whether it began somewhere in the course of another run.</param>
    public static Result<RunFiles, Error> Renew(RunDirectory directory, bool isFork) =>
        directory
            .ClearCourse(keepsDemonstrations: isFork)
            .Then(paths => MetricsFile.Create(paths.Metrics))
            .Map(metrics => new RunFiles(directory, metrics));

    /// <summary>Gives up a run that could not begin: the folder is left as it was found.</summary>
    public void Abandon()
    {
        Metrics.Dispose();
        Abandon(_directory, _existed);
    }

    public void Dispose()
    {
        Metrics.Dispose();
        _directory.Dispose();
    }

    private static Result<RunFiles, Error> Fill(RunDirectory directory, BoundRun run, bool existed) =>
        InputShelf
            .Keep(directory.Paths, run.Files)
            .Then(paths => MetricsFile.Create(paths.Metrics))
            .Match(
                metrics => Result.Success<RunFiles, Error>(new(directory, metrics, existed)),
                error =>
                {
                    Abandon(directory, existed);
                    return Result.Failure<RunFiles, Error>(error);
                }
            );

    // Whatever is in it is ours: a claimed folder was empty.
    private static void Abandon(RunDirectory directory, bool existed)
    {
        var paths = directory.Paths;
        File.Delete(paths.Config);
        File.Delete(paths.Metrics);
        File.Delete(paths.Trace);
        File.Delete(paths.Beginning);
        Directory.Delete(paths.Checkpoints);
        foreach (var folder in (string[])[paths.Inputs, paths.Demonstrations])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        directory.Dispose();
        if (!existed)
        {
            Directory.Delete(paths.Folder, recursive: true);
        }
    }

    /// <summary>The file's name as a folder that every system takes.</summary>
    private static string NameOf(string file)
    {
        var name = string.Concat(
            Path.GetFileNameWithoutExtension(file)
                .Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '-')
        );
        return name.Length is > 0 and <= 80 ? name : "run";
    }
}
