namespace ActorIL.Hocon;

/// <summary>A value, or the error that says why there is none.</summary>
public abstract record HoconResult<T>
{
    private HoconResult() { }

    public abstract TResult Match<TResult>(Func<T, TResult> ok, Func<HoconError, TResult> failed);

    public HoconResult<TNext> Map<TNext>(Func<T, TNext> next) => Bind<TNext>(value => next(value));

    public HoconResult<TNext> Bind<TNext>(Func<T, HoconResult<TNext>> next) => Match(next, error => error);

    public static implicit operator HoconResult<T>(T value) => new Ok(value);

    public static implicit operator HoconResult<T>(HoconError error) => new Failed(error);

    public sealed record Ok(T Value) : HoconResult<T>
    {
        public override TResult Match<TResult>(Func<T, TResult> ok, Func<HoconError, TResult> failed) => ok(Value);
    }

    public sealed record Failed(HoconError Error) : HoconResult<T>
    {
        public override TResult Match<TResult>(Func<T, TResult> ok, Func<HoconError, TResult> failed) => failed(Error);
    }
}
