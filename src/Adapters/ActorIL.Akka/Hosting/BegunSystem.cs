using Akka.Actor;

namespace ActorIL.Akka.Hosting;

/// <summary>An actor system and what it was begun with.</summary>
internal sealed record BegunSystem(ActorSystem System, AkkaConfiguration Configuration);
