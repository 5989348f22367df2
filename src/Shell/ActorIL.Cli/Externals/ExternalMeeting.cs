using ActorIL.Core.Prelude;
using ActorIL.Environments;
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

    /// <summary>
    /// Does something with the environment of a run, which is in another process: starts the program that the
    /// configuration names, holds it against what the run noted of it, and ends it after that.
    /// </summary>
    /// <param name="run">The run; its environment is in another process.</param>
    /// <param name="use">What is done, with the environment whose instances can be stepped.</param>
    public static Result<T, Error> With<T>(BoundRun run, Func<EnvironmentEntry, Result<T, Error>> use)
    {
        var (environment, settings) = (run.Plan.Environment, run.Settings.External);
        var identity = environment.Outside!;
        return Start(settings)
            .Then(server => KnownServer.Of(identity, server))
            .Then(server =>
            {
                using (server)
                {
                    return Guarded(
                        identity,
                        () =>
                            use(
                                environment.Connected(
                                    new(identity, server.Exchange, settings.InstanceCountMax, server.InstanceCountMax)
                                )
                            )
                    );
                }
            });
    }

    private static Result<T, Error> Guarded<T>(ExternalIdentity identity, Func<Result<T, Error>> use)
    {
        try
        {
            return use();
        }
        catch (ExternalFailureException failure)
        {
            return Result.Failure<T, Error>(
                new(
                    identity.Id,
                    $"that its program failed: {failure.Message.ReplaceLineEndings(" ")}",
                    "a program that serves its episodes to their end",
                    "Mend the program and try again; the run itself is as it was."
                )
            );
        }
    }

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
