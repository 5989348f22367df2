using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>Does something to each reading and sends it on.</summary>
/// <param name="Next">To whom.</param>
/// <param name="Work">What; the honest ones are pure functions.</param>
internal sealed record ReadingStage(ActorId Next, Func<Reading, Reading> Work) : Behavior<ReadingCount, Reading>
{
    public override TypeName BehaviorName => new("test-reading-stage", 1);

    public override ReadingCount Init(in Ctx ctx, scoped ref Outbox outbox) => default;

    public override ReadingCount Receive(in Ctx ctx, ReadingCount state, Reading message, scoped ref Outbox outbox)
    {
        outbox.Tell(new ActorRef<Reading>(Next), Work(message));
        return new(state.Count + 1);
    }
}
