using System.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Verbs;

namespace ActorIL.Cli.CommandLine;

/// <summary>Every verb. A new one is a file under Verbs and a line here.</summary>
internal static class CommandTree
{
    public const string ProgramName = "actoril";

    private const string Description =
        "Trains experts by reinforcement learning and distils them into students by imitation.\n"
        + "The same configuration and seed give the same bits, with any number of workers.";

    private const string ExitCodes =
        "Exit codes: 0 done, 1 not done, 2 wrong usage, 3 recovered with loss, 4 diverged,\n"
        + "            130 and 143 ended early by Ctrl-C and SIGTERM.\n";

    public static Command Build(Terminal terminal) =>
        new Verb(ProgramName, Description)
        {
            Notes = ExitCodes,
            Examples = ["run hocon/cartpole.conf", "eval runs/cartpole-1", "env list"],
            Subcommands =
            {
                RunVerb.Create(terminal),
                ResumeVerb.Create(terminal),
                SweepVerb.Create(terminal),
                PpoVerb.Create(terminal),
                CollectVerb.Create(terminal),
                BcVerb.Create(terminal),
                DaggerVerb.Create(terminal),
                PipelineVerb.Create(terminal),
                EvalVerb.Create(terminal),
                ReportVerb.Create(terminal),
                WatchVerb.Create(terminal),
                ExportVerb.Create(terminal),
                EnvVerb.Create(terminal),
                SimulateVerb.Create(terminal),
                BenchVerb.Create(terminal),
                DatasetVerb.Create(terminal),
                TraceVerb.Create(terminal),
            },
            Options = { new VersionOption(), VerbHelp.Option() },
        };
}
