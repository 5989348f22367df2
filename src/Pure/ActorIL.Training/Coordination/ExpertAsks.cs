using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Training.Experts;

namespace ActorIL.Training.Coordination;

/// <summary>What the coordinator asks of the expert.</summary>
internal static class ExpertAsks
{
    /// <summary>Longer than any episode of an environment with a time limit.</summary>
    public const int WholeEpisode = 1_000_000;

    /// <summary>Asks for the first episodes.</summary>
    public static void Demonstrations(
        in Ctx ctx,
        ActorRef<ExpertMessage> expert,
        DemonstrationAsk ask,
        int tag,
        scoped ref Outbox outbox
    )
    {
        var reply = outbox.NewReply<Demonstrations>(in ctx);
        var demonstrate = new ExpertMessage.Demonstrate(ask.Count, ask.StepsMax, reply) { Samples = ask.Samples };
        outbox.Ask(expert, demonstrate, reply, tag);
    }
}
