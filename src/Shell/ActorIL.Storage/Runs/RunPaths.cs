using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Runs;

/// <summary>Where things are in a run directory.</summary>
/// <param name="Folder">The full path of the run directory.</param>
public sealed record RunPaths(string Folder)
{
    /// <summary>The ending of a checkpoint.</summary>
    public const string CheckpointEnding = ".safetensors";

    /// <summary>The resolved configuration.</summary>
    public string Config => Path.Combine(Folder, "config.conf");

    /// <summary>The outcome, the same object that <c>--json</c> prints.</summary>
    public string Summary => Path.Combine(Folder, "summary.json");

    /// <summary>Every message of the run.</summary>
    public string Trace => Path.Combine(Folder, "trace.mcap");

    /// <summary>What a run that was broken off goes on from.</summary>
    public string State => Path.Combine(Folder, "state.safetensors");

    /// <summary>What a fork began with; not there for other runs.</summary>
    public string Beginning => Path.Combine(Folder, "beginning.safetensors");

    /// <summary>Every metric of every stage.</summary>
    public string Metrics => Path.Combine(Folder, "metrics.csv");

    /// <summary>The log for people.</summary>
    public string Log => Path.Combine(Folder, "run.log");

    /// <summary>The log for tools, one JSON object a line.</summary>
    public string JsonLog => Path.Combine(Folder, "run.jsonl");

    /// <summary>The folder of the policies' checkpoints.</summary>
    public string Checkpoints => Path.Combine(Folder, "checkpoints");

    /// <summary>The folder of the expert's demonstrations; not there for a run without any.</summary>
    public string Demonstrations => Path.Combine(Folder, "demonstrations");

    /// <summary>The folder of the files that the run read; not there for a run without any.</summary>
    public string Inputs => Path.Combine(Folder, "inputs");

    /// <summary>The report for people: one page that needs nothing else.</summary>
    public string Report => Path.Combine(Folder, "report.html");

    /// <summary>The folder of the report's figures as files of their own.</summary>
    public string Figures => Path.Combine(Folder, "figures");

    /// <summary>The folder that TensorBoard reads.</summary>
    public string TensorBoard => Path.Combine(Folder, "tensorboard");

    /// <summary>
    /// Locked by the process that owns the directory; empty, and never deleted while the directory lives.
    /// </summary>
    internal string Lock => Path.Combine(Folder, ".lock");

    /// <summary>Who owns the directory, for the message to the second one who asks.</summary>
    internal string Owner => Path.Combine(Folder, ".owner");

    /// <summary>The checkpoint of a policy; its name must be one that every file system takes.</summary>
    public Result<string, Error> Checkpoint(string name) =>
        FileName.Check("checkpoint name", name).Map(valid => Path.Combine(Checkpoints, valid + CheckpointEnding));
}
