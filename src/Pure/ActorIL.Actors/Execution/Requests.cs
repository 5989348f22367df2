using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Asks and external operations between their beginning and their outcome, in the commit of a round.</summary>
internal static class Requests
{
    public static void Ask(ActorSystem system, ActorCell cell, in Effect effect, Edge? edge, long cause)
    {
        cell.Requests.Add(new(effect.Number, effect.Tag, effect.To));
        ref var envelope = ref system.SendFrom(cell, effect.To, cause, delayTicks: 0);
        envelope.Body = effect.Body;
        envelope.Edge = edge;
        envelope.Number = effect.Number;
        if (effect.DelayTicks > 0)
        {
            system.SendFrom(cell, cell.Id, EnvelopeKind.AskTimeout, effect.Number, cause, effect.DelayTicks);
        }
    }

    public static void Reply(ActorSystem system, ActorCell cell, in Effect effect, long cause)
    {
        cell.AskedBy.Remove(new(effect.To, effect.Number));
        ref var envelope = ref system.SendFrom(cell, effect.To, cause, effect.DelayTicks);
        envelope.Kind = EnvelopeKind.Reply;
        envelope.Body = effect.Body;
        envelope.Number = effect.Number;
    }

    public static void Perform(ActorSystem system, ActorCell cell, in Effect effect, long cause)
    {
        var number = cell.NumberNext++;
        cell.Requests.Add(new(number, effect.Tag, ActorId.None));
        var wait = system.Settings.RecordedResults is null
            ? system.Settings.Interpreter((IExternalOperation)effect.Body!)
            : null;
        var index = system.OperationCounts.GetValueOrDefault(cell.Path) + 1;
        system.OperationCounts[cell.Path] = index;
        var (late, again) = (0L, 0L);
        _ = cell.Faults?.Has(index, FaultKind.DelayResult, out late);
        if (cell.Faults?.Has(index, FaultKind.DuplicateResult, out again) ?? false)
        {
            wait = wait is null ? null : Once(wait);
            SendResult(system, cell, wait, number, effect.DelayTicks + late + again, cause);
        }

        SendResult(system, cell, wait, number, effect.DelayTicks + late, cause);
    }

    private static void SendResult(
        ActorSystem system,
        ActorCell cell,
        Func<ExternalOutcome>? wait,
        long number,
        long delayTicks,
        long cause
    )
    {
        ref var envelope = ref system.SendFrom(cell, cell.Id, cause, delayTicks);
        envelope.Kind = EnvelopeKind.External;
        envelope.Body = (object?)wait ?? new AwaitedResult(Problem: null);
        envelope.Number = number;
        system.Queue.After(delayTicks).MarkExternal();
    }

    /// <summary>Waits for an outcome that comes twice only once.</summary>
    private static Func<ExternalOutcome> Once(Func<ExternalOutcome> wait)
    {
        ExternalOutcome? outcome = null;
        return () => outcome ??= wait();
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
    public static void Close(ActorSystem system, ActorCell cell, long number)
    {
        var index = IndexOf(cell, number);
        if (index >= 0)
        {
            var request = cell.Requests[index];
            cell.Requests.RemoveAt(index);
            system.Actors.Find(request.Target)?.AskedBy.Remove(new(cell.Id, number));
        }
    }

    /// <summary>Gives up all requests of an actor that stops or starts anew.</summary>
    public static void Forget(ActorSystem system, ActorCell cell)
    {
        foreach (var request in cell.Requests)
        {
            system.Actors.Find(request.Target)?.AskedBy.Remove(new(cell.Id, request.Number));
        }

        cell.Requests.Clear();
    }

    /// <summary>Tells those who wait for an answer of a stopped actor that none will come.</summary>
    public static void AnswerDead(ActorSystem system, ActorCell cell, long cause)
    {
        foreach (var ask in cell.AskedBy)
        {
            AnswerDead(system, ask.Asker, ask.Number, cause);
        }

        cell.AskedBy.Clear();
    }

    /// <summary>Tells the asker that its request is gone; nothing where the envelope is no request.</summary>
    public static void Answer(ActorSystem system, in Envelope envelope, long cause)
    {
        if (envelope is { Kind: EnvelopeKind.Message, Number: not 0 })
        {
            AnswerDead(system, envelope.Sender, envelope.Number, cause);
        }
    }

    private static void AnswerDead(ActorSystem system, ActorId asker, long number, long cause)
    {
        if (system.Actors.Find(asker) is { } cell)
        {
            system.SendFromNobody(cell, EnvelopeKind.AskDead, number, cause);
        }
    }
}
