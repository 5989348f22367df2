namespace ActorIL.Akka.Streams;

/// <summary>How far a stream has come at both ends; read from any thread.</summary>
public sealed class StreamGauge
{
    private long _producedCount;
    private long _consumedCount;
    private long _aheadCountMax;

    /// <summary>Chunks that environments have stepped.</summary>
    public long ProducedCount => Interlocked.Read(ref _producedCount);

    /// <summary>Chunks that were learnt from.</summary>
    public long ConsumedCount => Interlocked.Read(ref _consumedCount);

    /// <summary>The most chunks that ever were stepped and not yet learnt from.</summary>
    public long AheadCountMax => Interlocked.Read(ref _aheadCountMax);

    internal void Produced()
    {
        // Only the source writes the maximum, so that nothing can come between.
        var ahead = Interlocked.Increment(ref _producedCount) - ConsumedCount;
        if (ahead > AheadCountMax)
        {
            Interlocked.Exchange(ref _aheadCountMax, ahead);
        }
    }

    internal void Consumed(long count) => Interlocked.Add(ref _consumedCount, count);
}
