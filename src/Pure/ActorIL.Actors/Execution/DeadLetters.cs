using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Messages that nobody takes: counted, logged, and answered where somebody waits for an answer.</summary>
internal static class DeadLetters
{
    /// <summary>Whether somebody meant it as mail; the rest is the kernel's own and is dropped in silence.</summary>
    public static bool Takes(EnvelopeKind kind) =>
        kind is EnvelopeKind.Message or EnvelopeKind.Reply or EnvelopeKind.External;

    public static void Add(ActorSystem system, in Envelope envelope, string reason, long cause)
    {
        system.DeadLetterCount++;
        if (system.Log.IsObserved)
        {
            var sender = system.Actors.PathOf(envelope.Sender);
            var detail = $"{envelope.Kind} {RestoredBody.TextOf(envelope.Body)} from {sender}: {reason}";
            system.Log.Add(system, LifecycleKind.DeadLetter, envelope.To, detail);
        }

        Requests.Answer(system, in envelope, cause);
    }
}
