using ActorIL.Core.Prelude;

namespace ActorIL.Hosting;

/// <summary>
/// Lets the crew's idle members help with the parts of a step. One step at a time is helped; another that comes
/// meanwhile, or a part that has parts, runs by itself.
/// </summary>
internal sealed class CrewForks : IForkJoin
{
    private readonly RoundTicket _ticket = new();
    private readonly CrewFault _fault = new();
    private CrewMember[] _members = [];
    private IForkable? _work;
    private int _isTaken;

    /// <summary>Whether there are parts that nobody runs yet.</summary>
    public bool HasParts => _ticket.HasShares;

    /// <summary>Who may be woken to help; nobody where threads would wait for processors.</summary>
    public void Join(CrewMember[] members) => _members = members;

    public void Run(IForkable work, int partCount)
    {
        if (_members.Length == 0 || partCount < 2 || Interlocked.CompareExchange(ref _isTaken, 1, 0) != 0)
        {
            OneByOne.Instance.Run(work, partCount);
            return;
        }

        _work = work;
        _ticket.Issue(partCount);
        foreach (var member in _members)
        {
            member.Wake();
        }

        while (TryHelp())
        {
            // Until nobody needs help.
        }

        _ticket.WaitUntilDone(static () => false);
        _work = null;
        try
        {
            _fault.ThrowIfAny();
        }
        finally
        {
            Volatile.Write(ref _isTaken, 0);
        }
    }

    /// <summary>Runs a part that nobody runs yet; false where there is none.</summary>
    public bool TryHelp()
    {
        if (!_ticket.TryTake(out var part))
        {
            return false;
        }

        _fault.Guard((Work: _work!, Part: part), static piece => piece.Work.RunPart(piece.Part));
        _ticket.Done();
        return true;
    }
}
