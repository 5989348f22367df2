using ActorIL.Core.Prelude;
using ActorIL.Environments.Outside;

namespace ActorIL.External.Pool;

/// <summary>A child process that serves an environment.</summary>
public sealed class ProcessServer : IExternalServer
{
    private readonly ExternalProcess _process;

    private ProcessServer(ExternalProcess process)
    {
        _process = process;
        Identity = IdentityOf(process.Welcome);
        Exchange = new ProcessExchange(process, Identity.Id);
    }

    public ExternalIdentity Identity { get; }

    public int InstanceCountMax => _process.Welcome.InstanceCountMax;

    public IExternalExchange Exchange { get; }

    /// <summary>Starts a program and greets it.</summary>
    public static Result<IExternalServer, Error> Start(ExternalCommand command, ExternalLimits limits) =>
        ExternalProcess
            .Start(command, limits)
            .Map<IExternalServer>(static process => new ProcessServer(process))
            .MapError(static failure => failure.Error);

    public void Dispose() => _process.Dispose();

    private static ExternalIdentity IdentityOf(ExternalWelcome welcome) =>
        new(
            welcome.EnvironmentId.Length > 0 ? welcome.EnvironmentId : "external",
            welcome.EnvironmentVersion,
            welcome.Observations,
            welcome.Actions,
            welcome.CanSnapshot
        );
}
