using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.External.Serving;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>An environment on the standard streams of this process.</summary>
internal static class EnvironmentServing
{
    public static ExitCode Run(
        Terminal terminal,
        string name,
        ImmutableArray<ParameterSetting> settings,
        bool isGymnasiumSeeded
    ) =>
        terminal
            .Catalog.Environments.Find(name)
            .MapError(static error => ImmutableArray.Create(error))
            .Then(entry => entry.Configure(LastOfEach(settings)))
            .Then(entry => Module(entry, isGymnasiumSeeded))
            .Match(module => Serve(terminal, module), errors => terminal.Fail(errors));

    private static Result<EnvironmentModule, ImmutableArray<Error>> Module(
        EnvironmentEntry entry,
        bool isGymnasiumSeeded
    ) =>
        isGymnasiumSeeded
            ? entry.GymnasiumSeeded.MapError(static error => ImmutableArray.Create(error))
            : Result.Success<EnvironmentModule, ImmutableArray<Error>>(entry.Module);

    private static ExitCode Serve(Terminal terminal, EnvironmentModule module)
    {
        // A terminal sends Ctrl-C to all who share it: it is for the client, whose end is this one's. Typed at by a
        // person, this is what they want to end.
        using var ignored = terminal.IsInInteractive
            ? null
            : PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return EnvironmentServer.Serve(module, CodeIdentity.Version, input, output) is { } error
            ? terminal.Fail(error)
            : ExitCode.Success;
    }

    private static ImmutableArray<ParameterSetting> LastOfEach(ImmutableArray<ParameterSetting> settings) =>
        [.. settings.GroupBy(static setting => setting.Name).Select(static same => same.Last())];
}
