namespace ActorIL.Actors.Exploration;

/// <summary>An actor that faults are planned for.</summary>
/// <param name="Path">Who.</param>
/// <param name="DeliveryCount">Deliveries to it in a run without faults.</param>
/// <param name="EarlyDeliveryCount">Those of them in the first part of that run, after which all faults heal.</param>
/// <param name="OperationCount">Operations outside it performs in such a run.</param>
/// <param name="FailuresMax">
/// Failures it may have in a run that goes on all the same; 0 where one ends the run.
/// </param>
public readonly record struct FaultTarget(
    string Path,
    long DeliveryCount,
    long EarlyDeliveryCount,
    long OperationCount,
    int FailuresMax
);
