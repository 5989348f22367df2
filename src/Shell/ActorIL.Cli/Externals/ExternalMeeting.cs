using ActorIL.Core.Prelude;
using ActorIL.Environments.Outside;
using ActorIL.Experiments;
using ActorIL.External;
using ActorIL.External.Pool;

namespace ActorIL.Cli.Externals;

/// <summary>The program of an environment in another process.</summary>
internal static class ExternalMeeting
{
    /// <summary>Starts it, asks what it serves and ends it.</summary>
    public static Result<ExternalIdentity, Error> Ask(ExternalSettings settings) =>
        Start(settings)
            .Map(static server =>
            {
                using (server)
                {
                    return server.Identity;
                }
            });

    /// <summary>The processes of a run; null where its environment is in this one.</summary>
    public static ExternalPool? Pool(BoundRun run) =>
        run.Plan.Environment.Outside is { } identity
            ? new(
                identity,
                run.Settings.External.ProcessCountMax ?? Environment.ProcessorCount,
                run.Settings.External.InstanceCountMax,
                () => Start(run.Settings.External)
            )
            : null;

    private static Result<IExternalServer, Error> Start(ExternalSettings settings) =>
        settings.Command.Count == 0
            ? Result.Failure<IExternalServer, Error>(
                new(
                    "environment.command",
                    "no command",
                    "the program that serves the environment, and its arguments",
                    "Set it, such as --set 'environment.command=[\"python3\", \"my_env.py\"]'."
                )
            )
            : ProcessServer.Start(
                new(settings.Command),
                new(settings.StartTimeoutSeconds, settings.AnswerTimeoutSeconds)
            );
}
