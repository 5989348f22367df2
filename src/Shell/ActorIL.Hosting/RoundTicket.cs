namespace ActorIL.Hosting;

/// <summary>
/// Hands out the shares of a round, each once. Round number and shares left are one word, so a thread that comes late
/// can take nothing of a round it has not seen.
/// </summary>
internal sealed class RoundTicket
{
    private long _word;
    private int _issuedCount;
    private int _doneCount;

    /// <summary>Changes with each round.</summary>
    public long Round => Volatile.Read(ref _word) >> 32;

    public bool HasShares => (int)Volatile.Read(ref _word) > 0;

    /// <summary>
    /// Opens a round. Everything its shares need must be written before; the previous one must be done.
    /// </summary>
    public void Issue(int shareCount)
    {
        _issuedCount = shareCount;
        Volatile.Write(ref _doneCount, 0);
        Interlocked.Exchange(ref _word, ((Round + 1) << 32) | (uint)shareCount);
    }

    public bool TryTake(out int share)
    {
        var word = Volatile.Read(ref _word);
        while ((int)word > 0)
        {
            var seen = Interlocked.CompareExchange(ref _word, word - 1, word);
            if (seen == word)
            {
                share = (int)word - 1;
                return true;
            }

            word = seen;
        }

        share = -1;
        return false;
    }

    /// <summary>One share taken has been run.</summary>
    public void Done() => Interlocked.Increment(ref _doneCount);

    /// <summary>Returns when all shares have been run.</summary>
    /// <param name="help">Does something useful meanwhile; false where there is nothing to do.</param>
    public void WaitUntilDone(Func<bool> help)
    {
        var wait = default(SpinWait);
        while (Volatile.Read(ref _doneCount) != _issuedCount)
        {
            if (!help())
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }
    }
}
