using ActorIL.Core.Fields;

namespace ActorIL.Training.Outside;

/// <summary>Work that is being performed, and the request it answers.</summary>
/// <param name="Number">Which work of the actor.</param>
/// <param name="FailureCount">Times it failed.</param>
/// <param name="Request">What the actor was asked.</param>
internal sealed record PendingWork<TRequest>(int Number, int FailureCount, TRequest Request)
    : IFields<PendingWork<TRequest>>
    where TRequest : class, IFields<TRequest>
{
    public static TypeName Name => new($"pending-work<{TRequest.Name}>", 1);

    public static PendingWork<TRequest> Fields<TVisitor>(scoped ref TVisitor visitor, PendingWork<TRequest>? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var number = value?.Number ?? 0;
        var failureCount = value?.FailureCount ?? 0;
        var request = value?.Request;
        visitor.Field(1, "number", ref number);
        visitor.Field(2, "failure_count", ref failureCount);
        visitor.Record(3, "request", ref request);
        return TVisitor.Rebuilds ? new(number, failureCount, request!) : value!;
    }
}
