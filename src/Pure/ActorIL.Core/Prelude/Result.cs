namespace ActorIL.Core.Prelude;

/// <summary>
/// The outcome of something that may fail in an expected way: a value, or an error a human can act on.
/// </summary>
public abstract record Result<TValue, TError>
{
    private Result() { }

    public abstract TOut Match<TOut>(Func<TValue, TOut> success, Func<TError, TOut> failure);

    public Result<TOut, TError> Map<TOut>(Func<TValue, TOut> map) =>
        Match(value => Result.Success<TOut, TError>(map(value)), Result.Failure<TOut, TError>);

    public Result<TOut, TError> Then<TOut>(Func<TValue, Result<TOut, TError>> next) =>
        Match(next, Result.Failure<TOut, TError>);

    public Result<TValue, TOut> MapError<TOut>(Func<TError, TOut> map) =>
        Match(Result.Success<TValue, TOut>, error => Result.Failure<TValue, TOut>(map(error)));

    internal sealed record Success(TValue Value) : Result<TValue, TError>
    {
        public override TOut Match<TOut>(Func<TValue, TOut> success, Func<TError, TOut> failure) => success(Value);
    }

    internal sealed record Failure(TError Error) : Result<TValue, TError>
    {
        public override TOut Match<TOut>(Func<TValue, TOut> success, Func<TError, TOut> failure) => failure(Error);
    }
}

/// <summary>Makes results; the type arguments are usually inferred from the caller's signature.</summary>
public static class Result
{
    public static Result<TValue, TError> Success<TValue, TError>(TValue value) =>
        new Result<TValue, TError>.Success(value);

    public static Result<TValue, TError> Failure<TValue, TError>(TError error) =>
        new Result<TValue, TError>.Failure(error);

    /// <summary>
    /// The value, or a thrown <see cref="InvalidOperationException"/>: for places where failure is a broken
    /// invariant.
    /// </summary>
    public static TValue Require<TValue, TError>(this Result<TValue, TError> result) =>
        result.Match(value => value, error => throw new InvalidOperationException(error?.ToString()));
}
