using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Takes external outcomes of a replay from history.</summary>
internal static class ResultRecall
{
    /// <summary>
    /// Looks up the outcomes that a round may hand to those who wait for them. One that is not found is looked up once
    /// more when it comes again, since an actor may fail in this round and leave it for another.
    /// </summary>
    public static void Run(ActorSystem system, Span<Envelope> envelopes, RecordedResults results)
    {
        foreach (ref var envelope in envelopes)
        {
            if (
                envelope is { Kind: EnvelopeKind.External, Body: AwaitedResult }
                && system.Actors.Find(envelope.To) is { IsSuspended: false } cell
                && Requests.IndexOf(cell, envelope.Number) >= 0
            )
            {
                var key = envelope.KeyAt(system.Tick, system.Micro);
                envelope.Body = results(key, envelope.SentAs?.Key ?? key, cell.MessageType)
                    .Match<object>(
                        message => new RestoredBody(RestoredBody.ExternalText, message, "", [], []),
                        error => new AwaitedResult(error)
                    );
            }
        }
    }
}
