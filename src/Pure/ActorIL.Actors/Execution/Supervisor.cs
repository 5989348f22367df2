using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;

namespace ActorIL.Actors.Execution;

/// <summary>What follows from a failure, in the commit of a round.</summary>
internal static class Supervisor
{
    /// <summary>Suspends the actor with all below it and asks its parent; a failure of the root ends the run.</summary>
    public static void Fail(ActorSystem system, ActorCell cell, in Failure failure, long cause)
    {
        cell.IsFailing = false;
        if (cell.IsRemoved)
        {
            return;
        }

        cell.IsFailed = true;
        cell.FailureNumber = cell.NumberNext++;
        Suspend(cell);
        if (system.Log.IsObserved)
        {
            system.Log.Add(system, LifecycleKind.Failed, cell.Id, $"{failure.Stage} {failure.Cause}: {failure.Text}");
        }

        if (cell.Parent is { } parent)
        {
            ref var envelope = ref system.SendFrom(cell, parent.Id, cause, delayTicks: 0);
            envelope.Kind = EnvelopeKind.Failure;
            envelope.Body = failure;
            envelope.Number = cell.FailureNumber;
        }
        else
        {
            system.Outcome ??= new RunOutcome.Failed(failure);
        }
    }

    /// <summary>Carries a parent's directive out; what it came to, or null where the failure is no more.</summary>
    public static Directive? Answer(
        ActorSystem system,
        ActorCell parent,
        in Failure failure,
        Directive directive,
        long number,
        long cause
    )
    {
        if (
            parent.IsRemoved
            || system.Actors.Find(failure.Actor) is not { } child
            || child.Parent != parent
            || !child.IsFailed
            || child.FailureNumber != number
        )
        {
            return null;
        }

        var strategy = parent.Behavior.Strategy;
        var isGoneBackPossible = child.IsStarted && !child.IsInPlace;
        var effective = directive == Directive.Resume && !isGoneBackPossible ? Directive.Restart : directive;
        if (effective == Directive.Restart && !MayRestart(system, parent, child, strategy))
        {
            effective = strategy.Exceeded;
        }

        Carry(system, parent, child, failure, effective, cause);
        return effective;
    }

    private static void Carry(
        ActorSystem system,
        ActorCell parent,
        ActorCell child,
        in Failure failure,
        Directive directive,
        long cause
    )
    {
        var isForAll = parent.Behavior.Strategy.Scope == SupervisionScope.AllForOne;
        switch (directive)
        {
            case Directive.Resume:
                system.Log.Add(system, LifecycleKind.Resumed, child.Id);
                Resume(child);
                Wake(system, child);
                break;
            case Directive.Restart:
                foreach (var other in isForAll ? parent.Children.ToArray() : [child])
                {
                    Lifecycle.Restart(system, other, cause);
                }

                break;
            case Directive.Stop when isForAll:
                Lifecycle.StopChildren(system, parent);
                break;
            case Directive.Stop:
                Lifecycle.Stop(system, child);
                break;
            case Directive.Escalate:
                system.Log.Add(system, LifecycleKind.Escalated, child.Id);
                child.IsEscalated = true;
                parent.IsFailing = true;
                Fail(system, parent, failure with { Actor = parent.Id }, cause);
                break;
        }
    }

    /// <summary>All for one counts a restart of each child, as Akka does.</summary>
    private static bool MayRestart(ActorSystem system, ActorCell parent, ActorCell child, SupervisionStrategy strategy)
    {
        if (strategy.Scope == SupervisionScope.OneForOne)
        {
            return child.Restarts.TryRestart(strategy, system.Tick);
        }

        var isAllowed = true;
        foreach (var other in parent.Children)
        {
            isAllowed &= other.Restarts.TryRestart(strategy, system.Tick);
        }

        return isAllowed;
    }

    private static void Suspend(ActorCell cell)
    {
        cell.IsSuspended = true;
        foreach (var child in cell.Children)
        {
            Suspend(child);
        }
    }

    /// <summary>Answers the failure of an actor, and those below it that were passed on to it.</summary>
    private static void Resume(ActorCell cell)
    {
        cell.IsFailed = false;
        foreach (var child in cell.Children)
        {
            if (child.IsEscalated)
            {
                child.IsEscalated = false;
                Resume(child);
            }
        }
    }

    /// <summary>
    /// Lets an actor and all below it take messages again, but for those whose own failure is unanswered.
    /// </summary>
    private static void Wake(ActorSystem system, ActorCell cell)
    {
        cell.IsSuspended = cell.IsFailed || (cell.Parent?.IsSuspended ?? false);
        Mailbox.ReleaseHeld(system, cell);
        foreach (var child in cell.Children)
        {
            Wake(system, child);
        }
    }
}
