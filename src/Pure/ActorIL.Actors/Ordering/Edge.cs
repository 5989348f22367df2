using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Execution;

namespace ActorIL.Actors.Ordering;

/// <summary>
/// A pair of actors of which one has sent to the other: their credit, and a short way to the receiver.
/// </summary>
/// <remarks>
/// During a round only the sender's steps change the counts; the receiver's side is settled when the round is
/// committed. So what a step may send does not depend on the order in which the steps of a round run.
/// </remarks>
internal sealed class Edge(ActorCell sender, ActorId to)
{
    public ActorCell Sender { get; } = sender;

    public ActorId To { get; } = to;

    /// <summary>The receiver while it lives, once it has been seen.</summary>
    public ActorCell? Receiver { get; set; }

    /// <summary>Where this edge stands in the receiver's list of incoming ones.</summary>
    public int IncomingIndex { get; set; }

    /// <summary>Messages sent and not yet handed to the receiver's behaviour.</summary>
    public long OutstandingCount { get; set; }

    /// <summary>Messages that may still be sent, where the receiver grants credit.</summary>
    public long GrantedCount { get; set; }

    /// <summary>Whether the receiver has granted credit.</summary>
    public bool IsGranted { get; set; }

    /// <summary>
    /// Whether the receiver has started anew since its last grant, so that its next one counts from the beginning.
    /// </summary>
    public bool IsGrantStale { get; set; }

    /// <summary>Takes the credit for one message, if there is any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(long outstandingCountMax)
    {
        if (IsGranted ? GrantedCount <= 0 : OutstandingCount >= outstandingCountMax)
        {
            return false;
        }

        OutstandingCount++;
        GrantedCount--;
        return true;
    }

    /// <summary>Undoes one <see cref="TryTake"/>.</summary>
    public void GiveBack()
    {
        OutstandingCount--;
        GrantedCount++;
    }

    /// <summary>One message has left it. An edge to nobody is forgotten once it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Settle()
    {
        OutstandingCount--;
        if (Receiver is null)
        {
            ForgetIfEmpty();
        }
    }

    private void ForgetIfEmpty()
    {
        if (OutstandingCount == 0 && !IsGranted)
        {
            Sender.Edges.Remove(this);
        }
    }

    /// <summary>
    /// Adds to the credit. What is on its way counts against a first grant, so that credit and mailbox together never
    /// exceed what the receiver granted.
    /// </summary>
    public void Grant(long messageCount)
    {
        if (IsGranted && !IsGrantStale)
        {
            GrantedCount += messageCount;
            return;
        }

        GrantedCount = messageCount - OutstandingCount;
        IsGranted = true;
        IsGrantStale = false;
    }
}
