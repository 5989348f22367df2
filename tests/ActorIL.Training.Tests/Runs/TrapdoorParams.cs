using ActorIL.Core.Fields;

namespace ActorIL.Training.Tests.Runs;

internal sealed record TrapdoorParams : IFields<TrapdoorParams>
{
    public static TypeName Name => new("trapdoor-params", 1);

    public static TrapdoorParams Fields<TVisitor>(scoped ref TVisitor visitor, TrapdoorParams? value)
        where TVisitor : IFieldVisitor, allows ref struct => value ?? new();
}
