using ActorIL.Core.Fields;

namespace ActorIL.Environments.Outside;

/// <summary>
/// What an environment in another process is here: what its program said of it, and, while something is stepped, the
/// instances to step. It has no parameters to set: those are arguments of the program.
/// </summary>
/// <param name="Identity">What the program said.</param>
internal sealed record ExternalParams(ExternalIdentity Identity) : IFields<ExternalParams>
{
    /// <summary>Working memory of one caller; null where nothing can be stepped.</summary>
    public ExternalInstances? Instances { get; init; }

    public static TypeName Name => new("external-params", 1);

    public static ExternalParams Fields<TVisitor>(scoped ref TVisitor visitor, ExternalParams? value)
        where TVisitor : IFieldVisitor, allows ref struct => value!;
}
