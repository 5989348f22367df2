using System.Diagnostics;
using ActorIL.Actors.Execution;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;

namespace ActorIL.Hosting;

/// <summary>The threads that run the steps of a round together, and the caller who leads them.</summary>
internal sealed class RoundCrew : IDisposable
{
    private readonly ActorKernel _kernel;
    private readonly StepWorker _lead;
    private readonly CrewMember[] _members;
    private readonly RoundShares _shares;
    private readonly RoundTicket _ticket = new();
    private readonly CrewFault _fault = new();
    private readonly CrewForks _forks = new();
    private readonly Func<bool> _help;

    public RoundCrew(ActorKernel kernel, int workerCount, double worthSharingNanoseconds)
    {
        (_kernel, _help) = (kernel, _forks.TryHelp);
        _shares = new(workerCount, worthSharingNanoseconds);
        FloatingPointProbe.Check().Require();
        _lead = kernel.AddWorker(_forks);
        _members = new CrewMember[workerCount - 1];
        var maySpin = workerCount <= Environment.ProcessorCount;
        for (var i = 0; i < _members.Length; i++)
        {
            _members[i] = new(this, _ticket, _forks, kernel.AddWorker(_forks), i + 1, maySpin);
        }

        _forks.Join(maySpin ? _members : []);
    }

    /// <summary>Runs all steps of the round the kernel has begun.</summary>
    public void RunRound()
    {
        var count = _kernel.EnvelopeCount;
        if (_members.Length == 0 || count < 2 || !_shares.Divide(_kernel))
        {
            _kernel.Run(0, count, _lead);
            return;
        }

        if (!_shares.AreWorthIt)
        {
            var start = Stopwatch.GetTimestamp();
            _kernel.Run(0, count, _lead);
            RoundShares.Learn(_kernel, Stopwatch.GetElapsedTime(start));
            return;
        }

        Share();
    }

    /// <summary>Runs one share of the round, on whichever thread.</summary>
    public void RunShare(int share, StepWorker worker)
    {
        _fault.Guard(
            (Crew: this, Share: share, Worker: worker),
            static piece => piece.Crew.RunPiece(piece.Share, piece.Worker)
        );
        _ticket.Done();
    }

    private void RunPiece(int share, StepWorker worker)
    {
        var (start, end) = _shares.BoundsOf(share);
        var began = Stopwatch.GetTimestamp();
        _kernel.Run(start, end, worker);
        RoundShares.Learn(_kernel, start, end, Stopwatch.GetElapsedTime(began));
    }

    public void Dispose()
    {
        foreach (var member in _members)
        {
            member.Dispose();
        }
    }

    private void Share()
    {
        _ticket.Issue(_shares.Count);
        foreach (var member in _members)
        {
            member.Wake();
        }

        while (_ticket.TryTake(out var share))
        {
            RunShare(share, _lead);
        }

        _ticket.WaitUntilDone(_help);
        _fault.ThrowIfAny();
    }
}
