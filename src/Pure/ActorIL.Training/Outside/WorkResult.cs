using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Environments.Outside;

namespace ActorIL.Training.Outside;

/// <summary>What came of work that was performed: recorded in full, since nobody can compute it again.</summary>
/// <param name="Number">Which work of the actor.</param>
/// <param name="Value">Null where it failed.</param>
/// <param name="Failure">Why it failed, for humans; empty where it did not.</param>
public sealed record WorkResult<T>(int Number, T? Value, string Failure) : IFields<WorkResult<T>>
    where T : class, IFields<T>
{
    public static TypeName Name => new($"work-result<{T.Name}>", 1);

    /// <summary>What a host says came of it.</summary>
    public static WorkResult<T> Of(int number, ExternalOutcome outcome) =>
        outcome.Match(
            completed => new WorkResult<T>(number, completed.As<T>(), ""),
            refused => new WorkResult<T>(number, null, refused.Reason)
        );

    /// <summary>The value.</summary>
    /// <exception cref="ExternalFailureException">It failed.</exception>
    public T Require() => Value ?? throw new ExternalFailureException(Failure);

    public static WorkResult<T> Fields<TVisitor>(scoped ref TVisitor visitor, WorkResult<T>? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var number = value?.Number ?? 0;
        var result = value?.Value;
        var failure = value?.Failure ?? "";
        visitor.Field(1, "number", ref number);
        visitor.Record(2, "value", ref result);
        visitor.Field(3, "failure", ref failure);
        return TVisitor.Rebuilds ? new(number, result, failure) : value!;
    }
}
