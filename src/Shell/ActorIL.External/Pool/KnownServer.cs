using ActorIL.Core.Prelude;
using ActorIL.Environments.Outside;

namespace ActorIL.External.Pool;

/// <summary>Holds a process against what a run noted of its environment.</summary>
public static class KnownServer
{
    /// <summary>The process, or that it serves another environment; it is then ended.</summary>
    /// <param name="identity">What the run noted.</param>
    /// <param name="server">The process.</param>
    public static Result<IExternalServer, Error> Of(ExternalIdentity identity, IExternalServer server)
    {
        if (identity.Accepts(server.Identity))
        {
            return Result.Success<IExternalServer, Error>(server);
        }

        server.Dispose();
        return Result.Failure<IExternalServer, Error>(
            new(
                identity.Id,
                $"a program that serves {server.Identity}",
                $"the one the run began with: {identity}",
                "Install that one again, or begin a new run."
            )
        );
    }
}
