namespace ActorIL.Actors.Effects;

/// <summary>
/// Starts an external operation and returns how to wait for its outcome. The host starts it when the round of the
/// request is over and waits when its virtual latency has passed, so operations of one tick may overlap outside.
/// </summary>
public delegate Func<ExternalOutcome> ExternalInterpreter(IExternalOperation operation);
