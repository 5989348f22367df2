using Akka.Actor;
using Directive = ActorIL.Actors.Supervision.Directive;

namespace ActorIL.Akka.Arrivals;

/// <summary>Our directives as Akka's.</summary>
internal static class DirectiveDecision
{
    /// <summary>What Akka does. A failure that is no more leaves a living child as it is.</summary>
    public static global::Akka.Actor.Directive Of(Directive? directive, bool isEnded) =>
        directive switch
        {
            Directive.Resume => global::Akka.Actor.Directive.Resume,
            Directive.Restart => global::Akka.Actor.Directive.Restart,
            Directive.Stop => global::Akka.Actor.Directive.Stop,
            Directive.Escalate => global::Akka.Actor.Directive.Escalate,
            null => isEnded ? global::Akka.Actor.Directive.Stop : global::Akka.Actor.Directive.Resume,
        };
}
