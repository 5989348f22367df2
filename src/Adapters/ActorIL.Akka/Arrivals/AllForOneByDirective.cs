using Akka.Actor;

namespace ActorIL.Akka.Arrivals;

/// <summary>All for one, as our parent's directive says; how often is the directive's to say too.</summary>
internal sealed class AllForOneByDirective(Func<IActorRef, Exception, Directive> decide)
    : AllForOneStrategy(
        -1,
        System.Threading.Timeout.Infinite,
        new LocalOnlyDecider(static _ => Directive.Stop),
        loggingEnabled: false
    )
{
    protected override Directive Handle(IActorRef child, Exception exception) => decide(child, exception);
}
