using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Asks and external operations between their beginning and their outcome, in the commit of a round.</summary>
internal static class Requests
{
    public static void Ask(KernelState state, ActorCell cell, in Effect effect, Edge? edge, long cause)
    {
        cell.Requests.Add(new(effect.Number, effect.Tag, effect.To));
        state.SendFrom(
            cell,
            new() { To = effect.To, Body = effect.Body, Edge = edge, Number = effect.Number, Cause = cause },
            delayTicks: 0);
        if (effect.DelayTicks > 0)
        {
            state.SendFrom(
                cell,
                new() { To = cell.Id, Kind = EnvelopeKind.AskTimeout, Number = effect.Number, Cause = cause },
                effect.DelayTicks);
        }
    }

    public static void Reply(KernelState state, ActorCell cell, in Effect effect, long cause)
    {
        cell.AskedBy.Remove(new(effect.To, effect.Number));
        state.SendFrom(
            cell,
            new() { To = effect.To, Kind = EnvelopeKind.Reply, Body = effect.Body, Number = effect.Number, Cause = cause },
            effect.DelayTicks);
    }

    public static void Perform(KernelState state, ActorCell cell, in Effect effect, long cause)
    {
        var number = cell.NumberNext++;
        cell.Requests.Add(new(number, effect.Tag, ActorId.None));
        var wait = state.Settings.Interpreter((IExternalOperation)effect.Body!);
        state.SendFrom(
            cell,
            new() { To = cell.Id, Kind = EnvelopeKind.External, Body = wait, Number = number, Cause = cause },
            effect.DelayTicks);
    }

    /// <summary>Where a request stands; −1 when it is over.</summary>
    public static int IndexOf(ActorCell cell, long number)
    {
        for (var i = 0; i < cell.Requests.Count; i++)
        {
            if (cell.Requests[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A request has been handed to its receiver, which owes an answer now.</summary>
    public static void Taken(ActorCell cell, in Envelope envelope)
    {
        var ask = new AskedBy(envelope.Sender, envelope.Number);
        if (!cell.AskedBy.Contains(ask))
        {
            cell.AskedBy.Add(ask);
        }
    }

    /// <summary>An outcome has been handed to the asker: the request is over.</summary>
    public static void Close(KernelState state, ActorCell cell, long number)
    {
        var index = IndexOf(cell, number);
        if (index >= 0)
        {
            var request = cell.Requests[index];
            cell.Requests.RemoveAt(index);
            state.Actors.Find(request.Target)?.AskedBy.Remove(new(cell.Id, number));
        }
    }

    /// <summary>Gives up all requests of an actor that stops or starts anew.</summary>
    public static void Forget(KernelState state, ActorCell cell)
    {
        foreach (var request in cell.Requests)
        {
            state.Actors.Find(request.Target)?.AskedBy.Remove(new(cell.Id, request.Number));
        }

        cell.Requests.Clear();
    }

    /// <summary>Tells those who wait for an answer of a stopped actor that none will come.</summary>
    public static void AnswerDead(KernelState state, ActorCell cell, long cause)
    {
        foreach (var ask in cell.AskedBy)
        {
            AnswerDead(state, ask.Asker, ask.Number, cause);
        }

        cell.AskedBy.Clear();
    }

    /// <summary>Tells the asker that its request is gone; nothing where the envelope is no request.</summary>
    public static void Answer(KernelState state, in Envelope envelope, long cause)
    {
        if (envelope is { Kind: EnvelopeKind.Message, Number: not 0 })
        {
            AnswerDead(state, envelope.Sender, envelope.Number, cause);
        }
    }

    private static void AnswerDead(KernelState state, ActorId asker, long number, long cause)
    {
        if (state.Actors.Find(asker) is { } cell)
        {
            state.SendFromNobody(cell, new() { Kind = EnvelopeKind.AskDead, Number = number, Cause = cause });
        }
    }
}
