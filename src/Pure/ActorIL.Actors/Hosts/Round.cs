using ActorIL.Actors.Execution;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>The receivers of one round, for whoever runs their steps.</summary>
public sealed class Round
{
    private readonly ActorKernel _kernel;
    private readonly StepWorker[] _workers;
    private readonly List<Receiver> _receivers = [];

    internal Round(ActorKernel kernel, int workerCount, IForkJoin forks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workerCount);
        _kernel = kernel;
        _workers = new StepWorker[workerCount];
        for (var worker = 0; worker < workerCount; worker++)
        {
            _workers[worker] = kernel.AddWorker(forks);
        }
    }

    /// <summary>How many actors have something to do in this round.</summary>
    public int ReceiverCount => _receivers.Count;

    /// <summary>One of them.</summary>
    /// <param name="receiver">Which, in [0, <see cref="ReceiverCount"/>).</param>
    public HostedActor ReceiverAt(int receiver) => _receivers[receiver].Actor;

    /// <summary>
    /// Runs all that one receiver has to do in this round. Different receivers may run at the same time, on different
    /// workers.
    /// </summary>
    /// <param name="receiver">Which, in [0, <see cref="ReceiverCount"/>).</param>
    /// <param name="worker">Whose memory is used, in [0, <see cref="IRoundExecutor.WorkerCount"/>).</param>
    public void Run(int receiver, int worker)
    {
        var (_, start, end) = _receivers[receiver];
        _kernel.Run(start, end, _workers[worker]);
    }

    /// <summary>Finds the receivers of the round the kernel has begun; runs what has none.</summary>
    internal void Begin()
    {
        _receivers.Clear();
        var envelopes = _kernel.Envelopes;
        var start = 0;
        for (var i = 1; i <= envelopes.Length; i++)
        {
            if (i < envelopes.Length && envelopes[i].To == envelopes[start].To)
            {
                continue;
            }

            if (_kernel.CellOf(in envelopes[start]) is { } cell)
            {
                _receivers.Add(new(cell, start, i));
            }
            else
            {
                _kernel.Run(start, i, _workers[0]);
            }

            start = i;
        }
    }

    private readonly record struct Receiver(HostedActor Actor, int Start, int End);
}
