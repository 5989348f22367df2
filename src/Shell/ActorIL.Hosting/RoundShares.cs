using ActorIL.Actors.Execution;

namespace ActorIL.Hosting;

/// <summary>How a round is divided among the crew: runs of one receiver stay together, small ones are joined.</summary>
/// <param name="workerCount">Threads, the caller included.</param>
/// <param name="worthSharingNanoseconds">A round expected to take less is run by the caller alone.</param>
internal sealed class RoundShares(int workerCount, double worthSharingNanoseconds)
{
    /// <summary>Below this, sharing a round out costs more than it saves.</summary>
    public const double WorthSharingNanoseconds = 3_000;

    private const int SharesPerWorker = 8;
    private const double ForgettingRate = 0.25;
    private double _expectedNanoseconds;
    private readonly int[] _ends = new int[(workerCount * SharesPerWorker) + 1];

    public int Count { get; private set; }

    /// <summary>Whether the receivers' earlier steps make this round likely to take long enough.</summary>
    public bool AreWorthIt => _expectedNanoseconds >= worthSharingNanoseconds;

    /// <summary>Divides the round the kernel has begun; false where all of it goes to one receiver.</summary>
    public bool Divide(ActorKernel kernel)
    {
        var envelopes = kernel.Envelopes;
        if (envelopes[0].To == envelopes[^1].To)
        {
            return false;
        }

        // Rounded up, so that there are never more shares than were planned.
        var shareCountMax = workerCount * SharesPerWorker;
        var sizeMin = (envelopes.Length + shareCountMax - 1) / shareCountMax;
        Count = 0;
        _expectedNanoseconds = 0;
        var start = 0;
        for (var i = 1; i <= envelopes.Length; i++)
        {
            var isRunOver = i == envelopes.Length || envelopes[i].To != envelopes[i - 1].To;
            _expectedNanoseconds += kernel.CellOf(in envelopes[i - 1])?.StepNanoseconds ?? 0;
            if (isRunOver && (i - start >= sizeMin || i == envelopes.Length))
            {
                _ends[Count++] = i;
                start = i;
            }
        }

        return true;
    }

    /// <summary>The envelopes of a share.</summary>
    public (int Start, int End) BoundsOf(int share) => (share == 0 ? 0 : _ends[share - 1], _ends[share]);

    /// <summary>
    /// Remembers how long the round took. Only where the steps run depends on it, never what they do.
    /// </summary>
    public static void Learn(ActorKernel kernel, TimeSpan elapsed) => Learn(kernel, 0, kernel.EnvelopeCount, elapsed);

    /// <summary>Remembers how long the envelopes in [start, end) took.</summary>
    public static void Learn(ActorKernel kernel, int start, int end, TimeSpan elapsed)
    {
        var each = elapsed.TotalNanoseconds / (end - start);
        var envelopes = kernel.Envelopes;
        for (var i = start; i < end; i++)
        {
            if (kernel.CellOf(in envelopes[i]) is { } cell)
            {
                cell.StepNanoseconds += ForgettingRate * (each - cell.StepNanoseconds);
            }
        }
    }
}
