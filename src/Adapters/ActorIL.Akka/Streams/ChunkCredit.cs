namespace ActorIL.Akka.Streams;

/// <summary>
/// How many chunks may be stepped and not yet learnt from: buffers on the way cannot make it more, whatever they hold.
/// </summary>
/// <param name="countMax">That many, ≥ 1.</param>
internal sealed class ChunkCredit(int countMax)
{
    private readonly Lock _gate = new();
    private int _freeCount = countMax;
    private Action? _wake;

    /// <summary>Takes the credit for one chunk; without any, <paramref name="wake"/> is called once there is.</summary>
    public bool TryTake(Action wake)
    {
        lock (_gate)
        {
            if (_freeCount > 0)
            {
                _freeCount--;
                return true;
            }

            _wake = wake;
            return false;
        }
    }

    /// <summary>So many chunks were learnt from.</summary>
    public void Give(int count)
    {
        Action? wake;
        lock (_gate)
        {
            _freeCount += count;
            (wake, _wake) = (_wake, null);
        }

        wake?.Invoke();
    }
}
