namespace ActorIL.Hocon.Reading;

/// <summary>A number with a unit that was read, or what would have been right.</summary>
internal readonly record struct QuantityReading(long Value, string Wanted)
{
    public T Match<T>(Func<long, T> ok, Func<string, T> wrong) => Wanted.Length == 0 ? ok(Value) : wrong(Wanted);
}
