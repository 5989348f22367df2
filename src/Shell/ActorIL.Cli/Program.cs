using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;

return (int)ActorIlProgram.Run(args, Terminal.OfProcess());
