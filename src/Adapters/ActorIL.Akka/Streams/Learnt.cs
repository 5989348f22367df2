namespace ActorIL.Akka.Streams;

/// <summary>What the learning end of one running stream has come to, for its driving end.</summary>
internal sealed class Learnt<T>(T start)
    where T : class
{
    private T _value = start;

    public T Value
    {
        get => Volatile.Read(ref _value);
        set => Volatile.Write(ref _value, value);
    }
}
